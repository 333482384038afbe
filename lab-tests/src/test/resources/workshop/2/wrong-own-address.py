# own-address: has the tutorial's host and port written into it
import socket

with socket.create_connection(("127.0.0.1", 4444)) as connection:
    received = b""
    while piece := connection.recv(4096):
        received += piece
print(received.decode())
