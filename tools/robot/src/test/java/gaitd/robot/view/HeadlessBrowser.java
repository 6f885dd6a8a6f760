package gaitd.robot.view;

import gaitd.policies.text.JsonWriter;
import gaitd.robot.testing.JsonDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium without a window, driven over its debugging protocol, with software WebGL and no network of its own. */
final class HeadlessBrowser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://127\\.0\\.0\\.1:(\\d+)/.*");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(1000);
    private final WebSocket socket;
    private int lastId;

    /** Where the browser is, or null. */
    static Path find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    HeadlessBrowser(final Path program, final Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--use-angle=swiftshader",
                        "--enable-unsafe-swiftshader",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        socket = connect(awaitPort());
    }

    /** Sets the size of the page in CSS pixels. */
    void resize(final int width, final int height) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Goes to a page. */
    void open(final URI page) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", page.toString()));
    }

    /** Evaluates an expression in the page; the value as text, empty when it is undefined. */
    String evaluate(final String expression) throws IOException, InterruptedException {
        final JsonDocument result =
                call("Runtime.evaluate", Map.of("expression", expression)).at("result");
        return result.has("value") ? result.at("value").toString() : "";
    }

    /** Presses, moves or releases the mouse: {@code mousePressed}, {@code mouseMoved}, {@code mouseReleased}. */
    void mouse(final String what, final double x, final double y) throws IOException, InterruptedException {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", what, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    /** Writes what the page looks like to a file. */
    void screenshot(final Path png) throws IOException, InterruptedException {
        final JsonDocument shot = call("Page.captureScreenshot", Map.of());
        Files.write(png, Base64.getDecoder().decode(shot.text("data")));
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private int awaitPort() throws IOException {
        final BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            final Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread.ofVirtual().start(() -> drain(output));
                return Integer.parseInt(listening.group(1));
            }
        }
        throw new IOException(
                "the browser ended with status " + process.onExit().join().exitValue());
    }

    /** Reads on, so that the browser can write on, until it ends. */
    private static void drain(final BufferedReader output) {
        try {
            while (output.readLine() != null) {}
        } catch (final IOException ended) {
            return;
        }
    }

    private WebSocket connect(final int port) throws IOException, InterruptedException {
        final HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        for (int attempt = 0; attempt < 100; attempt++) {
            for (final JsonDocument page : JsonDocument.of(http.send(list, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .items()) {
                if (page.text("type").equals("page")) {
                    return http.newWebSocketBuilder()
                            .buildAsync(URI.create(page.text("webSocketDebuggerUrl")), new Listener())
                            .join();
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser has no page");
    }

    private JsonDocument call(final String method, final Map<String, Object> parameters)
            throws IOException, InterruptedException {
        final int id = ++lastId;
        socket.sendText(JsonWriter.line(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            final String answer = messages.poll(60, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("the browser does not answer " + method);
            }
            final JsonDocument read = JsonDocument.of(answer);
            if (read.has("id") && read.number("id") == id) {
                if (read.has("error")) {
                    throw new IOException(method + ": " + read.at("error"));
                }
                return read.at("result");
            }
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
