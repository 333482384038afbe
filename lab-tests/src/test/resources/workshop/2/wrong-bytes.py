# bytes: prints what Python calls bytes, b'...'
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    received = b""
    while piece := connection.recv(4096):
        received += piece
print(received)
