# Disables the local account that too many wrong passwords were tried for
$LogFile = "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"

function Write-Log($Text) {
    $Stamp = Get-Date -Format "yyyy/MM/dd HH:mm:ss"
    Add-Content -Path $LogFile -Value "$Stamp disable_account.ps1: $Text"
}

$Line = [Console]::In.ReadLine()
try {
    $Message = $Line | ConvertFrom-Json
} catch {
    Write-Log "not JSON"
    exit 1
}

$User = $Message.parameters.alert.data.win.eventdata.targetUserName
if ([string]::IsNullOrEmpty($User) -or $User -eq "-") {
    Write-Log "no user in the alert"
    exit 1
}
if ($User -in @("Administrator", "SYSTEM", "svc-wazuh")) {
    Write-Log "$User is never disabled"
    exit 0
}

if ($Message.command -eq "add") {
    Disable-LocalUser -Name $User -ErrorAction SilentlyContinue
    if ($?) { Write-Log "disabled $User" } else { Write-Log "could not disable $User" }
} elseif ($Message.command -eq "delete") {
    Enable-LocalUser -Name $User -ErrorAction SilentlyContinue
    if ($?) { Write-Log "enabled $User" } else { Write-Log "could not enable $User" }
}
