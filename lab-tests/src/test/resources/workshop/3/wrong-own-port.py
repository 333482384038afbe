# own-port: has the port written into it
import socket
import sys

with socket.socket() as server:
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("", 4444))
    server.listen(50)
    while True:
        connection, _ = server.accept()
        with connection:
            connection.sendall(b"welcome to my own server\n")
