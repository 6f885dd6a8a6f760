package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ViewServerTest {

    private final TickRing ring = new TickRing();
    private final SyntheticWalk walk = new SyntheticWalk();
    private ViewServer server;
    private final AtomicInteger presses = new AtomicInteger();
    private volatile String problem;

    @BeforeEach
    void start() throws IOException {
        server = open(0);
    }

    private ViewServer open(final int port) throws IOException {
        return new ViewServer(
                PageAccess.LOOKING,
                port,
                new PageSource(
                        ring.newReader(), (x, y) -> x > 1 ? 0.1 : 0, Config::defaults, () -> "", this::press, null));
    }

    private String press() {
        presses.incrementAndGet();
        return problem;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesThePageAndEveryFileItAsksFor() throws IOException {
        final List<String> waiting = new ArrayList<>(List.of("/"));
        final Pattern reference = Pattern.compile("(?:src=|href=|from ?)[\"'](\\.?/[^\"']+)[\"']");
        for (int i = 0; i < waiting.size(); i++) {
            final String path = waiting.get(i);
            final Answer answer = get(path);
            assertEquals(200, answer.status, path);
            assertFalse(answer.body.contains("from 'three'"), path);
            final Matcher found = reference.matcher(answer.body);
            while (found.find()) {
                final String next = URI.create(path).resolve(found.group(1)).toString();
                // The add-ons' comments name a module that is not asked for.
                if (!waiting.contains(next)) {
                    waiting.add(next);
                }
            }
        }
        assertTrue(waiting.contains("/three/three.core.min.js"), waiting.toString());
        assertTrue(waiting.contains("/plots.js"), waiting.toString());
    }

    @Test
    void tellsTheModelsLengths() throws IOException {
        final JsonDocument model = JsonDocument.of(get("/model").body);
        assertEquals(A1.ABDUCTION_M, model.number("abductionM"));
        assertEquals(A1.LEGS, model.size("legs"));
        assertEquals(1, model.number("legs", A1.FL, "side"));
        assertEquals(A1.positionMinRad(2), model.number("minRad", 2));
    }

    @Test
    void tellsTheGroundAroundAPoint() throws IOException {
        final JsonDocument ground = JsonDocument.of(get("/ground?x=1.02&y=-4").body);
        final int points = (int) ground.number("points");
        final JsonDocument heights = ground.at("heightsMm");
        assertEquals(points * points, heights.size());
        assertEquals(-2, ground.number("x0M"), 1e-9);
        assertEquals(-7, ground.number("y0M"), 1e-9);
        assertEquals(0, heights.number(0));
        assertEquals(100, heights.number(points - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?x=1", "?x=NaN&y=0", "?x=1e9&y=0", "?x=9999999&y=0", "?y=0&x=0", "?x=0&y=0&z=1"})
    void refusesGroundItCannotPlace(final String query) throws IOException {
        assertEquals(400, get("/ground" + query).status);
    }

    @Test
    void streamsTheNewestFrame() throws IOException {
        try (Stream stream = new Stream()) {
            for (int tick = 0; tick < 500; tick++) {
                ring.publish(walk.at(tick));
            }
            assertEquals(500, server.poll());
            final JsonDocument event = stream.next();
            assertEquals(499, event.number("tick"));
            assertEquals("WALK", event.text("mode"));
            assertTrue(event.isNull("fault"));
            assertEquals(A1.JOINTS, event.size("q"));
            assertEquals(0.5, event.number("command", 0));
            assertTrue(event.number("latenessUs", "p99") >= event.number("latenessUs", "p50"));
            assertTrue(event.size("contactChanges") > 4, event.toString());
            assertEquals(0, event.number("lostFrames"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/index.html.bak",
                "/../pom.xml",
                "/three/../../../etc/passwd",
                "/%2e%2e/pom.xml",
                "/three/",
                "/gaitd/view/view.js",
                "/three/..%2fview.js"
            })
    void answersNothingThatIsNotOnItsList(final String path) throws IOException {
        assertEquals(404, get(path).status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "0.0.0.0",
                ""
            })
    void refusesOtherHosts(final String host) throws IOException {
        final Answer answer = request("GET", "/model", host);
        assertEquals(403, answer.status);
        assertFalse(answer.body.contains("abductionM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:9999", "127.0.0.1"})
    void answersToItsOwnNames(final String host) throws IOException {
        assertEquals(200, request("GET", "/model", host).status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void refusesOtherMethods(final String method) throws IOException {
        assertEquals(405, request(method, "/model", "localhost").status);
    }

    @Test
    void theStopButtonStopsTheRobotAndSaysWhyItCannot() throws IOException {
        assertEquals(200, request("POST", "/stop", "localhost", "X-Gaitd: stop").status);
        assertEquals(1, presses.get());
        problem = "nobody is there";
        final Answer answer = request("POST", "/stop", "localhost", "X-Gaitd: stop");
        assertEquals(503, answer.status);
        assertEquals("nobody is there\n", answer.body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Other: stop",
                "X-Gaitd: stop\r\nOrigin: http://evil.example",
                "X-Gaitd: stop\r\nOrigin: http://localhost:1",
                "X-Gaitd: stop\r\nOrigin: null",
                "X-Gaitd: stop\r\nSec-Fetch-Site: cross-site",
                "X-Gaitd: stop\r\nSec-Fetch-Site: same-site"
            })
    void nobodyElsePressesTheStopButton(final String headers) throws IOException {
        final int status = request("POST", "/stop", "localhost", headers).status;
        assertTrue(status == 403 || status == 405, "status " + status);
        assertEquals(0, presses.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe"
            })
    void pagesFromElsewhereReadNothing(final String headers) throws IOException {
        for (final String path : List.of("/events", "/model", "/")) {
            assertEquals(403, request("GET", path, "localhost", headers).status, path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Origin: http://localhost",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"
            })
    void itsOwnPageAndWhoOpensItAreAnswered(final String headers) throws IOException {
        assertEquals(200, request("GET", "/", "localhost", headers).status);
    }

    @Test
    void namesThePortThatIsBusyInOneLine() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final int port = busy.getLocalPort();
            final IOException refusal =
                    assertThrows(IOException.class, () -> open(port).close());
            assertTrue(refusal.getMessage().contains("port " + port), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("another port"), refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void refusesAPortThatIsNone(final int port) {
        final IOException refusal =
                assertThrows(IOException.class, () -> open(port).close());
        assertTrue(refusal.getMessage().contains("port " + port), refusal.getMessage());
    }

    @Test
    void clientsThatNeverReadKeepNobodyOut() throws Exception {
        final List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                final Socket socket = connect();
                silent.add(socket);
                send(socket, "GET", i % 2 == 0 ? "/events" : "/three/three.core.min.js", "localhost");
            }
            assertEquals(200, get("/model").status);
            try (Stream stream = new Stream()) {
                ring.publish(walk.at(7));
                server.poll();
                assertEquals(7, stream.next().number("tick"));
            }
            assertTrue(server.watchers() <= EventStreams.MAX_STREAMS, "watchers: " + server.watchers());
        } finally {
            for (final Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void endsItsStreamsAndFreesItsPortWhenClosed() throws IOException {
        try (Stream stream = new Stream()) {
            final int port = server.address().getPort();
            server.close();
            assertNull(stream.nextOrEnd());
            server = open(port);
            assertEquals(200, get("/").status);
        }
    }

    @Test
    void survivesAClientThatSendsNonsense() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("\0\1 nonsense\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
        assertEquals(200, get("/model").status);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    private Answer get(final String path) throws IOException {
        return request("GET", path, "localhost:" + server.address().getPort());
    }

    /** By hand: a ready client would tidy up paths and would not send a false Host. */
    private Answer request(final String method, final String path, final String host, final String... headers)
            throws IOException {
        try (Socket socket = connect()) {
            send(socket, method, path, host, headers);
            final byte[] all = socket.getInputStream().readAllBytes();
            final String text = new String(all, StandardCharsets.UTF_8);
            final int split = text.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(split + 4));
        }
    }

    private static void send(
            final Socket socket, final String method, final String path, final String host, final String... headers)
            throws IOException {
        final String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        final String head = String.format(
                Locale.ROOT, "%s %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n", method, path, host, more);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private record Answer(int status, String body) {}

    /** An open event stream; it is open on the server too when the constructor returns. */
    private final class Stream implements AutoCloseable {
        private final Socket socket = connect();
        private final BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        private Stream() throws IOException {
            send(socket, "GET", "/events", "localhost");
            String line = lines.readLine();
            assertEquals("HTTP/1.1 200 OK", line);
            while (!line.startsWith(":")) {
                line = lines.readLine();
                assertNotNull(line);
            }
        }

        private JsonDocument next() throws IOException {
            final String line = nextOrEnd();
            assertNotNull(line);
            return JsonDocument.of(line);
        }

        private String nextOrEnd() throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data: ")) {
                line = lines.readLine();
            }
            return line == null ? null : line.substring(6);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
