package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read, stop and command: with the token, another and none; from this page and others; on this machine and elsewhere. */
@Timeout(60)
class PageAccessTest {
    private static final List<String> COMMANDS = List.of("/drive", "/ask");

    private final PageToken token = PageToken.drawn();
    private final TickRing ring = new TickRing();
    private final SyntheticWalk walk = new SyntheticWalk();
    private final CommandRing commands = new CommandRing();
    private final AtomicInteger presses = new AtomicInteger();
    private final Helm helm = new Helm(() -> new Operator(commands, 1, System::nanoTime), System::nanoTime);
    private ViewServer server;

    @BeforeEach
    void start() throws IOException {
        serve("127.0.0.1");
    }

    private void serve(final String address) throws IOException {
        if (server != null) {
            server.close();
        }
        server = new ViewServer(
                new PageAccess(InetAddress.ofLiteral(address), token),
                0,
                new PageSource(
                        ring.newReader(),
                        GroundPatch.FLAT,
                        Config::defaults,
                        () -> "",
                        () -> {
                            presses.incrementAndGet();
                            return null;
                        },
                        helm));
        ring.publish(walk.at(0));
        server.poll();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String bearer() {
        return "Authorization: Bearer " + token.secret();
    }

    private String drive() {
        return "{\"page\":\"a\",\"sequence\":" + System.nanoTime() + ",\"beat\":" + helm.beat()
                + ",\"held\":true,\"acts\":1,\"vx\":0.1,\"vy\":0,\"yaw\":0}";
    }

    @Test
    void whoHasTheTokenCommands() throws IOException {
        assertEquals(200, post("/drive", drive(), bearer()).status);
        assertEquals(409, post("/drive", drive().replace("0.1", "99"), bearer()).status);
        assertEquals(400, post("/drive", "{}", bearer()).status);
        assertEquals(400, post("/drive", drive().replace("0.1", "1e999"), bearer()).status);
        assertEquals(400, post("/drive", drive() + " ".repeat(3000), bearer()).status);
        assertEquals(400, post("/ask", "{\"request\":\"fly\"}", bearer()).status);
        assertEquals(400, post("/ask", "{\"request\":\"gait\",\"gait\":\"moonwalk\"}", bearer()).status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Other: none",
                "Authorization: Bearer ",
                "Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAAAA",
                "Authorization: Basic dXNlcjpwYXNz"
            })
    void whoHasAnotherTokenOrNoneDoesNot(final String headers) throws IOException {
        for (final String path : COMMANDS) {
            final Answer answer = post(path, drive(), headers);
            assertEquals(401, answer.status, path);
            assertFalse(answer.body.contains(token.secret()));
        }
        assertEquals(0, commands.offer(new RawCommand()) - 1, "nothing was sent");
    }

    @Test
    void theTokenIsNoWordWithoutBearer() throws IOException {
        assertEquals(401, post("/drive", drive(), "Authorization: " + token.secret()).status);
        assertEquals(401, post("/drive?token=" + token.secret(), drive()).status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: http://localhost:1",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe"
            })
    void aForeignPageCommandsNothingThoughItHadTheToken(final String headers) throws IOException {
        for (final String path : COMMANDS) {
            assertEquals(403, post(path, drive(), bearer(), headers).status, path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "127.0.0.1, 200",
        "127.0.0.1:80, 200",
        "127.0.0.2, 403",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "[::1], 403",
        "'', 403"
    })
    void onlyItsOwnNamesAreAnswered(final String host, final int status) throws IOException {
        assertEquals(status, request("POST", "/drive", host, drive(), bearer(), "X-Gaitd: drive").status);
    }

    @Test
    void itsOwnOriginIsTaken() throws IOException {
        final String own = "localhost:" + server.address().getPort();
        final String[] headers = {bearer(), "X-Gaitd: drive", "Origin: http://" + own, "Sec-Fetch-Site: same-origin"};
        assertEquals(200, request("POST", "/drive", own, drive(), headers).status);
        headers[2] = "Origin: https://" + own;
        assertEquals(403, request("POST", "/drive", own, drive(), headers).status);
    }

    @Test
    void aFormsPostHasNotTheHeaderAndDoesNothing() throws IOException {
        assertEquals(405, request("POST", "/drive", "localhost", drive(), bearer()).status);
        assertEquals(405, request("POST", "/stop", "localhost", "", bearer()).status);
        assertEquals(0, presses.get());
    }

    @Test
    void nothingIsToldToOtherOrigins() throws IOException {
        final Answer preflight = request(
                "OPTIONS",
                "/drive",
                "localhost",
                "",
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST");
        assertEquals(403, preflight.status);
        final Answer page = request("GET", "/", "localhost", "");
        for (final Answer answer : List.of(preflight, page)) {
            assertFalse(answer.head.toLowerCase(Locale.ROOT).contains("access-control-"), answer.head);
        }
        assertTrue(page.head.contains("default-src 'self'"), page.head);
        assertTrue(page.head.contains("frame-ancestors 'none'"), page.head);
        assertFalse(page.head.contains("unsafe"), page.head);
    }

    @Test
    void onThisMachineLookingAndStoppingAreFree() throws IOException {
        assertEquals(200, request("GET", "/facts", "localhost", "").status);
        assertEquals(200, post("/stop", "").status);
        assertEquals(1, presses.get());
    }

    @Test
    void thePageLearnsWhetherItKnowsTheToken() throws IOException {
        assertTrue(JsonDocument.of(request("GET", "/facts", "localhost", "", bearer()).body)
                .flag("known"));
        assertFalse(
                JsonDocument.of(request("GET", "/facts", "localhost", "").body).flag("known"));
    }

    @Test
    void elsewhereNothingButItsFilesIsAnsweredWithoutTheToken() throws IOException {
        serve("0.0.0.0");
        for (final String path : List.of("/facts", "/model", "/ground?x=0&y=0", "/events")) {
            assertEquals(401, request("GET", path, "127.0.0.1", "").status, path);
            assertEquals(401, request("GET", path, "127.0.0.1", "", "Authorization: Bearer wrong").status, path);
        }
        assertEquals(401, post("/stop", "").status);
        assertEquals(0, presses.get());
        assertEquals(200, request("GET", "/", "127.0.0.1", "").status);
        assertEquals(200, request("GET", "/facts", "127.0.0.1", "", bearer()).status);
        assertEquals(403, request("GET", "/facts", "0.0.0.0", "", bearer()).status);
        assertEquals(200, post("/stop", "", bearer()).status);
        assertEquals(1, presses.get());
    }

    @Test
    void anAddressOfTheMachineIsItsNameThere() {
        final InetAddress there = InetAddress.ofLiteral("192.168.7.9");
        assertNull(Visitor.refusal(host("192.168.7.9:8080"), there));
        assertNull(Visitor.refusal(host("[fd00::9]:80"), InetAddress.ofLiteral("fd00::9")));
        assertTrue(Visitor.refusal(host("localhost"), there).contains("192.168.7.9"));
        assertTrue(Visitor.refusal(host("robot.example"), there).contains("192.168.7.9"));
        assertTrue(Visitor.refusal(host("192.168.7.10"), there).contains("192.168.7.9"));
    }

    private static Headers host(final String name) {
        final Headers headers = new Headers();
        headers.set("Host", name);
        return headers;
    }

    private Answer post(final String path, final String body, final String... headers) throws IOException {
        final String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "X-Gaitd: act";
        return request("POST", path, "127.0.0.1", body, all);
    }

    private Answer request(
            final String method, final String path, final String host, final String body, final String... headers)
            throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            final String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            final String head = String.format(
                    Locale.ROOT,
                    "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n",
                    method,
                    path,
                    host,
                    more,
                    bytes.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            final String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final int split = text.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(text.substring(9, 12)), text.substring(0, split), text.substring(split + 4));
        }
    }

    private record Answer(int status, String head, String body) {}
}
