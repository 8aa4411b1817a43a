# Moves a dropped executable into a vault; moves it back at the end of the timeout.
$ErrorActionPreference = 'Stop'
$Vault = 'C:\ProgramData\WazuhVault'
$LogFile = Join-Path ${env:ProgramFiles(x86)} 'ossec-agent\active-response\active-responses.log'

function Log([string]$Text) {
    try { Add-Content -LiteralPath $LogFile -Value ("{0:yyyy/MM/dd HH:mm:ss} quarantine.ps1: {1}" -f (Get-Date), $Text) } catch { }
}

function Get-Cell([string]$Path) {
    $sha = [System.Security.Cryptography.SHA256]::Create()
    $hash = $sha.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Path.ToLowerInvariant()))
    Join-Path $Vault ([BitConverter]::ToString($hash) -replace '-', '')
}

try {
    $message = [Console]::In.ReadLine() | ConvertFrom-Json
    $path = [string]$message.parameters.alert.data.win.eventdata.targetFilename
    if (-not $path) { throw 'no file in the alert' }
    $path = [System.IO.Path]::GetFullPath($path)
    if ($path -like 'C:\Windows\*' -or $path -like 'C:\Program Files*') { throw "$path is left where it is" }
    $cell = Get-Cell $path

    switch ($message.command) {
        'add' {
            $keys = @{ version = 1; origin = @{ name = 'quarantine.ps1'; module = 'active-response' }; command = 'check_keys'; parameters = @{ keys = @($path) } }
            [Console]::Out.WriteLine(($keys | ConvertTo-Json -Compress -Depth 4))
            [Console]::Out.Flush()
            $answer = [Console]::In.ReadLine() | ConvertFrom-Json
            if ($answer.command -ne 'continue') { Log "$path is in the vault already"; exit 0 }
            if (-not (Test-Path -LiteralPath $Vault)) { New-Item -ItemType Directory -Path $Vault | Out-Null }
            Move-Item -LiteralPath $path -Destination $cell -Force
            Log "$path moved to the vault"
        }
        'delete' {
            if (Test-Path -LiteralPath $cell) {
                Move-Item -LiteralPath $cell -Destination $path
                Log "$path moved back"
            } else {
                Log "$path is not in the vault"
            }
        }
        default { Log "what is $($message.command)?" }
    }
} catch {
    Log "ERROR $($_.Exception.Message)"
    exit 1
}
