@echo off
:: wrapper, Wazuh can not start .ps1 files by itself
powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%~dp0quarantine.ps1"
