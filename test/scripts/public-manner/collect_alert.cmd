@echo off
set OUT=C:\ProgramData\wazuh-alerts
if not exist "%OUT%" mkdir "%OUT%"
set NAME=%OUT%\%RANDOM%%RANDOM%.json
findstr "^" > "%NAME%"
"C:\Python39\python.exe" "C:\Scripts\enrich.py" "%NAME%"
echo %date% %time% collect_alert.cmd: saved %NAME% >> "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"
