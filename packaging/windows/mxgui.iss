; The installer of mxgui, for Inno Setup 6.3 or newer. packaging/installer.py calls it:
;   ISCC /DVersion=0.1.0 /DNumbers=0.1.0.0 /DArch=x64 /DHomepage=... /DFolder=dist\mxgui
;        /DIcon=build\mxgui.ico /DOutput=dist packaging\windows\mxgui.iss
; With /DSigned and /Smxgui=COMMAND the installer and its uninstaller are signed.

#ifndef Version
  #error installer.py says which version it is
#endif

#define Window "mxgui-window.exe"
#define Line "mxgui.exe"
#define Kind "mxgui.Inspection"
#define Id "io.github.mxgui.mxgui"

[Setup]
; The id never changes: by it a newer version finds the older one and takes its place.
AppId={{8B6E5C1D-3F0A-4C5E-9C55-6D0D1B6F2A71}
AppName=mxgui
AppVersion={#Version}
AppVerName=mxgui {#Version}
AppPublisher=the mxgui authors
AppPublisherURL={#Homepage}
AppSupportURL={#Homepage}/issues
AppUpdatesURL={#Homepage}/releases
VersionInfoVersion={#Numbers}
VersionInfoProductTextVersion={#Version}
; For the one user, without an administrator; whoever is one may choose all users.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
DefaultDirName={autopf}\mxgui
DisableProgramGroupPage=yes
DisableWelcomePage=no
; Windows on ARM runs what is made for x64; what is made for ARM runs there alone.
#if Arch == "arm64"
ArchitecturesAllowed=arm64
ArchitecturesInstallIn64BitMode=arm64
#else
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
#endif
; Windows 10 1809, the oldest that Qt 6 runs on.
MinVersion=10.0.17763
; A running mxgui is asked to close by Windows' Restart Manager, and its work ends in order.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
ChangesAssociations=yes
ChangesEnvironment=yes
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\{#Window}
UninstallDisplayName=mxgui
WizardStyle=modern
ShowLanguageDialog=auto
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Output}
OutputBaseFilename=mxgui-{#Version}-windows-{#Arch}-setup
#ifdef Signed
SignTool=mxgui
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.StartMenu=Put mxgui into the &Start menu
es.StartMenu=Añadir mxgui al menú &Inicio
en.Desktop=Put an icon on the &desktop
es.Desktop=Crear un icono en el &escritorio
en.Path=Let terminals find the &command mxgui (changes PATH)
es.Path=Permitir usar la orden &mxgui en las terminales (modifica PATH)
en.OpenWith=Offer mxgui for saved inspections (&Open with)
es.OpenWith=Ofrecer mxgui para inspecciones guardadas (&Abrir con)
en.Inspection=Saved inspection of mxgui
es.Inspection=Inspección guardada de mxgui
en.Start=Start mxgui
es.Start=Iniciar mxgui

[Tasks]
Name: "startmenu"; Description: "{cm:StartMenu}"
Name: "desktop"; Description: "{cm:Desktop}"; Flags: unchecked
Name: "openwith"; Description: "{cm:OpenWith}"
Name: "path"; Description: "{cm:Path}"; Flags: unchecked

[InstallDelete]
; What an older version brought and this one does not, must not be imported.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
; The id is that which the window tells the task bar, so that it stands on the icon pinned there.
Name: "{autoprograms}\mxgui"; Filename: "{app}\{#Window}"; AppUserModelID: "{#Id}"; Tasks: startmenu
Name: "{autodesktop}\mxgui"; Filename: "{app}\{#Window}"; AppUserModelID: "{#Id}"; Tasks: desktop

[Registry]
; Windows looks at the last ending alone, so *.mxgui.json is a .json: mxgui is offered beside the
; others under "Open with", and takes no ending away from anybody.
Root: HKA; Subkey: "Software\Classes\{#Kind}"; ValueType: string; ValueData: "{cm:Inspection}"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\{#Kind}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\{#Kind}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "{#Kind}"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\{#Window}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "mxgui"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\{#Window}\SupportedTypes"; ValueType: string; ValueName: ".json"; ValueData: ""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Applications\{#Window}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" ""%1"""; Tasks: openwith

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent

; The uninstaller takes away what was installed and nothing else: settings lie in %APPDATA%\mxgui,
; history in %LOCALAPPDATA%\mxgui, and both stay. There is no [UninstallDelete] on purpose.

[Code]
const
  UserKey = 'Environment';
  AllKey = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment';

function PathKey: String;
begin
  if IsAdminInstallMode then Result := AllKey else Result := UserKey;
end;

{ The list without the folder, whatever case it is written in; other parts stay as they are. }
function Without(List, Folder: String): String;
var
  Part: String;
  Place: Integer;
begin
  Result := '';
  while List <> '' do
  begin
    Place := Pos(';', List);
    if Place = 0 then
    begin
      Part := List;
      List := '';
    end
    else
    begin
      Part := Copy(List, 1, Place - 1);
      List := Copy(List, Place + 1, Length(List));
    end;
    if (Part <> '') and (CompareText(RemoveBackslash(Part), RemoveBackslash(Folder)) <> 0) then
    begin
      if Result <> '' then Result := Result + ';';
      Result := Result + Part;
    end;
  end;
end;

procedure SetInPath(Wanted: Boolean);
var
  Before, After: String;
begin
  if not RegQueryStringValue(HKA, PathKey, 'Path', Before) then
  begin
    if RegValueExists(HKA, PathKey, 'Path') then
      Exit;  { it cannot be read, so nothing may be put in its place }
    Before := '';
  end;
  After := Without(Before, ExpandConstant('{app}'));
  if Wanted then
  begin
    if After <> '' then After := After + ';';
    After := After + ExpandConstant('{app}');
  end
  else if After = Without(Before, '') then
    Exit;  { it was not in there }
  RegWriteExpandStringValue(HKA, PathKey, 'Path', After);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssPostInstall then SetInPath(WizardIsTaskSelected('path'));
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usUninstall then SetInPath(False);
end;
