package studio.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A request byte for byte as it goes over the wire: well-behaved clients cannot be made to send what intruders do. */
record RawRequest(String name, byte[] head, byte[] chunk, int chunks) {
    private static final int PATIENCE_MILLIS = 20_000;

    static RawRequest of(String name, String text) {
        return new RawRequest(name, text.getBytes(StandardCharsets.ISO_8859_1), new byte[0], 0);
    }

    /** With the headers of an honest client. */
    static RawRequest get(String path, String... headers) {
        return of(
                "GET " + shortened(path) + " " + shortened(String.join(" ", headers)),
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "Connection: close\r\n\r\n");
    }

    static RawRequest post(String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + lines(headers) + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(bytes);
        return new RawRequest("POST " + shortened(path) + " " + shortened(body), all.toByteArray(), new byte[0], 0);
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }

    /** The answer's status and text; stops sending as soon as there is one. Status 0: closed without an answer. */
    Answer send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = socket.getInputStream();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head);
                for (int i = 0; i < chunks && in.available() == 0; i++) {
                    out.write(chunk);
                }
                out.flush();
            } catch (SocketException cutOff) {
                // The server has refused and closed; its answer may still be read.
            }
            return read(in);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // What came before counts.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int status = text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        return new Answer(status, text);
    }

    record Answer(int status, String text) {}

    @Override
    public String toString() {
        return name;
    }
}
