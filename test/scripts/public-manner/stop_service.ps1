# Durdurulan servis: suphe durumunda uzak masaustu servisini kapatir
$log = "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"
$json = [Console]::In.ReadLine() | ConvertFrom-Json

Write-Host "stop_service started for rule $($json.parameters.alert.rule.id)"

if ($json.command -eq "delete") {
    Start-Service -Name TermService
    Add-Content $log "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') stop_service: TermService started"
    exit 0
}

$ip = $json.parameters.alert.data.win.eventdata.ipAddress
$keys = '{"version":1,"origin":{"name":"stop_service","module":"active-response"},"command":"check_keys","parameters":{"keys":["' + $ip + '"]}}'
Write-Host $keys
$answer = [Console]::In.ReadLine() | ConvertFrom-Json
if ($answer.command -ne "continue") {
    Add-Content $log "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') stop_service: aborted"
    exit 0
}
Stop-Service -Name TermService -Force
Add-Content $log "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') stop_service: TermService stopped because of $ip"
