@echo off
rem Strategy Studio: builds what is not built, then runs it. "studio --help" lists the commands.
setlocal
set "root=%~dp0"
set "app=%root%studio-desktop\target\app"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo Java is not installed. Strategy Studio needs a JDK, 17 or newer; set JAVA_HOME or put it on the PATH. 1>&2
  exit /b 1
)
if not exist "%app%\built" (
  echo Building Strategy Studio: the first start takes a minute or two... 1>&2
  if not exist "%root%studio-desktop\target" mkdir "%root%studio-desktop\target"
  pushd "%root%"
  call mvn -B -ntp -q -pl studio-desktop -am -Dmaven.test.skip=true -Dspotless.check.skip=true package > "%root%studio-desktop\target\build.log" 2>&1
  if errorlevel 1 (
    popd
    type "%root%studio-desktop\target\build.log" 1>&2
    exit /b 1
  )
  popd
  copy /y "%root%studio-desktop\target\studio-desktop-*.jar" "%app%\lib\" >nul
  type nul > "%app%\built"
)
rem A window's code runs in short bursts: the quick compiler alone has it ready sooner. The server wants the best one.
set "compiler=-XX:TieredStopAtLevel=1"
call :choose %*
"%java%" %compiler% -cp "%app%\lib\*" studio.desktop.launch.Main %*
exit /b %errorlevel%

:choose
if "%~1"=="" exit /b 0
for %%c in (train monitor jobs import backfill tasks resample series strategy serve token retention doctor) do if "%~1"=="%%c" set "compiler=-XX:+TieredCompilation"
shift
goto choose
