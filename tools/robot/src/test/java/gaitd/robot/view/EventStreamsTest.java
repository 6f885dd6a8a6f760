package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamsTest {
    private final LatestEvent latest = new LatestEvent();
    private final EventStreams streams = new EventStreams(latest);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                streams.serve(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        latest.close();
        server.stop(0);
        threads.close();
    }

    @Test
    void cutsOffAClientThatNoLongerReads() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (streams.count() == 0) {
                Thread.sleep(2);
            }
            // More than the buffers between the two hold.
            latest.publish(new byte[64 << 20]);
            while (streams.count() == 1) {
                assertEquals(0, streams.dropStuck(System.nanoTime()));
                streams.dropStuck(System.nanoTime() + 2 * EventStreams.STUCK_NS);
                Thread.sleep(2);
            }
        }
    }

    @Test
    void keepsAQuietClient() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            // The second sign of life comes after a second without an event.
            final byte[] seen = new byte[400];
            int length = 0;
            while (new String(seen, 0, length, StandardCharsets.US_ASCII).split(": quiet", -1).length < 3) {
                length += socket.getInputStream().read(seen, length, seen.length - length);
            }
            assertEquals(1, streams.count());
        }
    }
}
