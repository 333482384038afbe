"""The client of the tutorial: connects, prints what one recv brings, closes."""
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
    client.settimeout(10)
    client.connect((host, port))
    print(client.recv(1024).decode(), end="")
