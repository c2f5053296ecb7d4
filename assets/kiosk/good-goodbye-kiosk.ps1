# Good Goodbye as the only program of one account on Windows Enterprise, Education or IoT Enterprise (Shell Launcher).
# The README says when and how to run it. It was written from Microsoft's documentation and has not been tried by us.
# Two things are yours to change: the account (a local one without administrator's rights, which must exist already),
# and the program's folder (without spaces).

$account = 'goodbye'
$folder = 'C:\GoodGoodbye'

# 0 is how the program ends when a grown-up closes it at the desk: then the computer is switched off. Should it ever
# break, it comes back. All other accounts keep their desktop.
$configuration = @"
<?xml version="1.0" encoding="utf-8"?>
<ShellLauncherConfiguration
    xmlns="http://schemas.microsoft.com/ShellLauncher/2018/Configuration"
    xmlns:V2="http://schemas.microsoft.com/ShellLauncher/2019/Configuration">
  <Profiles>
    <DefaultProfile>
      <Shell Shell="%SystemRoot%\explorer.exe"/>
    </DefaultProfile>
    <Profile Id="{6C1F0E0B-3F2E-4A57-9D43-4A2D7F2B8C11}">
      <Shell Shell="$folder\.venv\Scripts\pythonw.exe $folder\main.py --kiosk" V2:AppType="Desktop">
        <ReturnCodeActions>
          <ReturnCodeAction ReturnCode="0" Action="ShutdownDevice"/>
        </ReturnCodeActions>
        <DefaultAction Action="RestartShell"/>
      </Shell>
    </Profile>
  </Profiles>
  <Configs>
    <Config>
      <Account Name="$account"/>
      <Profile Id="{6C1F0E0B-3F2E-4A57-9D43-4A2D7F2B8C11}"/>
    </Config>
  </Configs>
</ShellLauncherConfiguration>
"@

$there = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
$there.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($configuration)
Set-CimInstance -CimInstance $there
