$ErrorActionPreference = "Stop"
$script:Log = "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"
function Note($m) { "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') fw_group.ps1: $m" | Add-Content -Path $script:Log }

$request = [System.Console]::In.ReadLine() | ConvertFrom-Json
$ip = $request.parameters.alert.data.srcip
if (-not ($ip -as [System.Net.IPAddress])) {
    Note "no address: '$ip'"
    exit 1
}
if ($ip.StartsWith("127.") -or $ip -eq "10.1.1.10") { Note "$ip is ours"; exit 0 }

if ($request.command -eq "add") {
    $ask = @{version=1; origin=@{name="fw_group"; module="active-response"}; command="check_keys"; parameters=@{keys=@($ip)}}
    [System.Console]::Out.WriteLine((ConvertTo-Json $ask -Compress -Depth 5))
    $reply = [System.Console]::In.ReadLine() | ConvertFrom-Json
    if ($reply.command -ne "continue") { Note "$ip is blocked already"; exit 0 }
    New-NetFirewallRule -DisplayName "Wazuh $ip" -Group "Wazuh" -Direction Inbound -RemoteAddress $ip -Action Block | Out-Null
    Note "$($ip) blocked"
}
if ($request.command -eq "delete") {
    Remove-NetFirewallRule -Group "Wazuh"
    Note "$($ip) unblocked"
}
