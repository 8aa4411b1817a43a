<#
  isolate_host.ps1 - cuts a workstation off, all but the manager
  Usage: isolate_host.ps1 add|delete user ip
#>
param(
    [string]$Action,
    [string]$User,
    [string]$SourceIP
)

$Manager = "10.0.0.5"
$Log = "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"

if ($Action -eq "add") {
    New-NetFirewallRule -DisplayName "Wazuh-Isolation-In" -Direction Inbound -Action Block -RemoteAddress Any | Out-Null
    New-NetFirewallRule -DisplayName "Wazuh-Isolation-Manager" -Direction Outbound -Action Allow -RemoteAddress $Manager | Out-Null
    Set-NetFirewallProfile -All -DefaultOutboundAction Block
    "$(Get-Date) isolated because of $SourceIP" | Out-File -FilePath $Log -Append -Encoding ascii
}
elseif ($Action -eq "delete") {
    Remove-NetFirewallRule -DisplayName "Wazuh-Isolation-In"
    Remove-NetFirewallRule -DisplayName "Wazuh-Isolation-Manager"
    Set-NetFirewallProfile -All -DefaultOutboundAction Allow
    "$(Get-Date) isolation lifted" | Out-File -FilePath $Log -Append -Encoding ascii
}
