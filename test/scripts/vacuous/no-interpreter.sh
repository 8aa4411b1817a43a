#!/opt/acme/bin/acmesh
read line
block "$line"
