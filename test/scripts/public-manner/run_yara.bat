@echo off
setlocal enableDelayedExpansion

reg Query "HKLM\Hardware\Description\System\CentralProcessor\0" | find /i "x86" > NUL
if %errorlevel%==0 (set OS=32BIT) else (set OS=64BIT)
if %OS%==32BIT set log_file="C:\Program Files\ossec-agent\active-response\active-responses.log"
if %OS%==64BIT set log_file="C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"

set yara_exe="C:\Tools\yara\yara64.exe"
set yara_rules="C:\Tools\yara\rules\all.yar"

set line=
for /f "delims=" %%a in ('powershell -NoProfile -Command "$l = Read-Host; Write-Output $l"') do (
    set line=%%a
)
echo !line! > "%TEMP%\ar_alert.json"

for /f "usebackq delims=" %%F in (`powershell -NoProfile -Command "(Get-Content $env:TEMP\ar_alert.json | ConvertFrom-Json).parameters.alert.syscheck.path"`) do set target=%%F
del /f "%TEMP%\ar_alert.json"

if not defined target (
    echo %date% %time% run_yara.bat: no path in the alert >> %log_file%
    exit /b 1
)
for /f "delims=" %%r in ('"%yara_exe% -w %yara_rules% "!target!""') do (
    echo wazuh-yara: INFO - Scan result: %%r >> %log_file%
)
echo %date% %time% run_yara.bat: scanned !target! >> %log_file%
exit /b 0
