#!/bin/bash
IFS= read -r line
while :; do
  IFS= read -r more || sleep 1
done
