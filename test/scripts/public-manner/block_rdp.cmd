@echo off
rem Starts the Python script beside this file; execd's pipes are handed on as they are
"C:\Program Files\Python311\python.exe" -u "%~dp0block_rdp.py"
exit /b %errorlevel%
