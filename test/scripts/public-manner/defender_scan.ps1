# Microsoft Defender custom scan of a file reported by FIM
$logFile = "C:\Program Files (x86)\ossec-agent\active-response\active-responses.log"

function Write-ARLog {
    param([string]$Message)
    $timestamp = Get-Date -Format "yyyy/MM/dd HH:mm:ss"
    "$timestamp active-response/bin/defender_scan.ps1: $Message" | Out-File -FilePath $logFile -Append -Encoding utf8
}

$inputJson = [Console]::In.ReadToEnd()

try {
    $alert = ($inputJson | ConvertFrom-Json).parameters.alert
    $file = $alert.syscheck.path
    if (-not $file) {
        Write-ARLog "No syscheck.path in the alert"
        exit 1
    }
    if (-not (Test-Path -LiteralPath $file)) {
        Write-ARLog "$file is gone"
        exit 0
    }
    Start-MpScan -ScanType CustomScan -ScanPath $file
    $threat = Get-MpThreatDetection | Where-Object { $_.Resources -match [regex]::Escape($file) } | Select-Object -First 1
    if ($threat) { Write-ARLog "Defender found threat $($threat.ThreatID) in $file" }
    else { Write-ARLog "Defender found nothing in $file" }
}
catch {
    Write-ARLog "Error: $($_.Exception.Message)"
    exit 1
}
