package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page of a training. A picture of what it looked like is left in {@code target/view}. */
@Timeout(120)
@Tag("slow")
class CurveServerTest {
    private static final int ITERATIONS = 400;
    private static final Path PICTURES = Path.of("target", "view");

    private volatile int done = 250;
    private CurveServer server;

    /** A made-up training that learns. */
    private final CurveSource source = new CurveSource() {
        @Override
        public String plan() {
            return "{\"task\":\"made-up\",\"learner\":\"ep\",\"net\":\"ltc\",\"seed\":1,\"iterations\":" + ITERATIONS
                    + ",\"steps\":3276800,\"folder\":\"/made/up\",\"command\":\"train made-up\"}";
        }

        @Override
        public String rowsAfter(final long iteration) {
            final StringBuilder text = new StringBuilder("iteration,steps,seconds,reward,length_steps,success,kl,rate,"
                    + "deviation,value_error,clipped,steps_per_s\n");
            for (long i = iteration + 1; i <= done; i++) {
                final double share = i / (double) ITERATIONS;
                text.append(String.format(
                        Locale.ROOT,
                        "%d,%d,%.1f,%s,%.1f,%.3f,%.4f,0.001,%.3f,0.1,0.1,%.0f%n",
                        i,
                        i * 8192,
                        i * 0.9,
                        i < 5 ? "NaN" : Double.toString(17 * Math.tanh(3 * share)),
                        2000 * Math.tanh(4 * share),
                        Math.tanh(4 * share),
                        0.01 + 0.004 * Math.sin((double) i),
                        0.3 - 0.2 * share,
                        9000 + 300 * Math.sin(0.1 * i)));
            }
            return text.toString();
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = new CurveServer(0, source);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(final String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void givesThePlanAndOnlyLinesThatAreNew() throws Exception {
        assertTrue(get("/plan").body().contains("made-up"));
        assertEquals(251, get("/rows?after=0").body().lines().count());
        assertEquals(2, get("/rows?after=249").body().lines().count());
        assertEquals(1, get("/rows?after=250").body().lines().count());
        for (final String wrong : new String[] {"/rows", "/rows?after=-1", "/rows?after=x", "/rows?after=1&b=2"}) {
            assertEquals(400, get(wrong).statusCode(), wrong);
        }
        for (final String none : new String[] {"/model", "/events", "/view.js", "/rows/", "/checkpoint"}) {
            assertEquals(404, get(none).statusCode(), none);
        }
        for (final String page : new String[] {"/", "/training.js", "/curves.js", "/plots.js", "/training.css"}) {
            assertEquals(200, get(page).statusCode(), page);
        }
    }

    @Test
    void namesThePortThatIsBusy() {
        final IOException refusal = assertThrows(
                IOException.class, () -> new CurveServer(server.address().getPort(), source).close());
        assertTrue(refusal.getMessage().contains("is not available"), refusal.getMessage());
    }

    @Test
    void drawsCurvesAsTheyGrowAndSaysWhenItIsDone() throws Exception {
        final Path program = HeadlessBrowser.find();
        assumeTrue(program != null, "no chromium on this machine");
        Files.createDirectories(PICTURES);
        try (HeadlessBrowser browser = new HeadlessBrowser(
                program, Files.createTempDirectory(PICTURES, "profile").toAbsolutePath())) {
            browser.resize(1280, 800);
            browser.open(server.address());
            await(browser, "d.state === 'live' && d.rows === '250'");
            assertEquals("250", text(browser, "iteration"));
            assertEquals("2:15", text(browser, "left"));
            done = ITERATIONS;
            await(browser, "d.rows === '400'");
            assertEquals("true", browser.evaluate("""
                    ['reward', 'success', 'kl', 'length', 'deviation', 'speed'].every((name) => {
                      const c = document.getElementById(`plot-${name}`);
                      return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 200);
                    })"""));
            browser.evaluate("document.getElementById('by-seconds').click()");
            browser.screenshot(PICTURES.resolve("training.png"));
            browser.resize(390, 844);
            assertEquals("390", browser.evaluate("document.documentElement.scrollWidth"));
            browser.screenshot(PICTURES.resolve("training-phone.png"));
            final URI address = server.address();
            server.close();
            await(browser, "d.state === 'done'");
            assertEquals("", browser.evaluate("document.documentElement.dataset.error"), address::toString);
        }
    }

    private static String text(final HeadlessBrowser browser, final String id) throws Exception {
        return browser.evaluate("document.getElementById('" + id + "').textContent");
    }

    private static void await(final HeadlessBrowser browser, final String condition) throws Exception {
        while (!"true"
                .equals(browser.evaluate(
                        "(() => { const d = document.documentElement.dataset; return " + condition + "; })()"))) {
            assertEquals("", browser.evaluate("document.documentElement.dataset.error"));
            Thread.sleep(50);
        }
    }
}
