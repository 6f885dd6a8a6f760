package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorGate;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person does with the page in a real browser. Pictures are left in {@code target/view}. */
@Timeout(180)
@Tag("slow")
class DashboardTest {
    private static final Path PICTURES = Path.of("target", "view");
    private static final double LENGTH_S = 20;

    private final PageToken token = PageToken.drawn();
    private final TickRing ring = new TickRing();
    private final SyntheticWalk walk = new SyntheticWalk();
    private final CommandRing commands = new CommandRing();
    private final Operator operator = new Operator(commands, 1, System::nanoTime);
    private final OperatorGate gate = new OperatorGate(Config.defaults(), commands);
    private final OperatorCommand command = new OperatorCommand();
    private final Timeline timeline =
            new Timeline(LENGTH_S, List.of(new Timeline.Mark(12, 4, "FAULT something happened")));
    private final AtomicInteger presses = new AtomicInteger();
    private volatile double vx;
    private volatile OperatorRequest asked = OperatorRequest.NONE;
    private volatile boolean running = true;
    private HeadlessBrowser browser;
    private Thread loop;
    private ViewServer server;

    @BeforeEach
    void start() throws Exception {
        final Path program = HeadlessBrowser.find();
        if (program == null) {
            System.out.println("DashboardTest skipped: no chromium on this machine (apt-get install chromium)");
        }
        assumeTrue(program != null, "no chromium on this machine");
        Files.createDirectories(PICTURES);
        browser = new HeadlessBrowser(
                program, Files.createTempDirectory(PICTURES, "profile").toAbsolutePath());
    }

    @AfterEach
    void stop() throws InterruptedException {
        running = false;
        if (loop != null) {
            loop.join();
        }
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    /** A robot that walks its circle whatever it is asked for. */
    private void serveRobot() throws IOException {
        final Helm helm = new Helm(() -> operator, System::nanoTime);
        serve(new PageSource(ring.newReader(), GroundPatch.FLAT, Config::defaults, () -> "", this::press, helm));
    }

    private String press() {
        presses.incrementAndGet();
        return null;
    }

    private void serve(final PageSource source) throws IOException {
        server = new ViewServer(new PageAccess(InetAddress.ofLiteral("127.0.0.1"), token), 0, source);
        loop = Thread.ofPlatform().start(() -> {
            final long startNs = System.nanoTime();
            long tick = 0;
            while (running) {
                while (tick * SyntheticWalk.PERIOD_NS <= System.nanoTime() - startNs) {
                    ring.publish(walk.at(tick++));
                }
                server.poll();
                final OperatorRequest request = gate.update(System.nanoTime(), false, command);
                asked = request == OperatorRequest.NONE ? asked : request;
                vx = command.vx;
                LockSupport.parkNanos(SyntheticWalk.PERIOD_NS);
            }
        });
    }

    private void open(final String fragment, final int width, final int height) throws Exception {
        browser.resize(width, height);
        browser.open(URI.create(server.address() + fragment));
        await(
                "document.documentElement.dataset.state === 'live' && Number(document.documentElement.dataset.events) > 5");
    }

    /** Until an expression holds; the test's time limit is the only one. */
    private void await(final String holds) throws Exception {
        while (!"true".equals(browser.evaluate("Boolean(" + holds + ")"))) {
            noErrors();
            Thread.sleep(50);
        }
    }

    private void noErrors() throws Exception {
        assertEquals("", browser.evaluate("document.documentElement.dataset.error"));
    }

    private double[] middle(final String id) throws Exception {
        final String box = "document.getElementById('" + id + "').getBoundingClientRect()";
        return new double[] {
            Double.parseDouble(browser.evaluate(box + ".x + " + box + ".width / 2")),
            Double.parseDouble(browser.evaluate(box + ".y + " + box + ".height / 2"))
        };
    }

    @Test
    void aHeldPadDrivesAndLettingGoStops() throws Exception {
        serveRobot();
        open("#" + token.secret(), 390, 844);
        assertEquals("", browser.evaluate("window.location.hash"));
        await("document.documentElement.dataset.may === 'true'");
        final double[] pad = middle("pad-move");
        holdUntilItDrives(pad);
        browser.screenshot(PICTURES.resolve("drive-phone.png"));
        browser.mouse("mouseReleased", pad[0], pad[1] - 40);
        while (vx != 0) {
            Thread.sleep(20);
        }
        holdUntilItDrives(pad);
        // The page is gone while it drives.
        browser.open(URI.create("about:blank"));
        while (vx != 0) {
            Thread.sleep(20);
        }
    }

    /** A gamepad by the standard mapping: forward on the left stick, button L1 held or not, plugged in or not. */
    private void gamepad(final boolean held, final boolean plugged) throws Exception {
        browser.evaluate("navigator.getGamepads = () => " + plugged
                + " ? [{ id: 'pad', connected: true, axes: [0, -1, 0, 0],"
                + " buttons: Array.from({ length: 16 }, (_, i) => ({ pressed: " + held + " && i === 4 })) }] : [], 0");
    }

    private void awaitVelocity(final boolean moves) throws Exception {
        while (moves != vx > 0.2) {
            noErrors();
            Thread.sleep(20);
        }
    }

    /** Releases and presses the button until the robot is driven, since a page that was late lets go by itself. */
    private void driveByGamepad() throws Exception {
        for (int i = 0; !(vx > 0.2); i++) {
            if (i % 50 == 0) {
                gamepad(false, true);
                Thread.sleep(300);
                gamepad(true, true);
            }
            noErrors();
            Thread.sleep(20);
        }
    }

    @Test
    void aGamepadDrivesWhileItsDeadMansButtonIsHeldAndThePageIsSeen() throws Exception {
        serveRobot();
        open("#" + token.secret(), 1280, 800);
        await("document.documentElement.dataset.may === 'true'");
        gamepad(false, true);
        Thread.sleep(500);
        assertEquals(0, vx);
        driveByGamepad();
        gamepad(false, true);
        awaitVelocity(false);
        driveByGamepad();
        gamepad(true, false);
        awaitVelocity(false);
        driveByGamepad();
        // Hidden while the button stays held: it has to be let go and pressed anew.
        browser.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true }),"
                + " document.dispatchEvent(new Event('visibilitychange'))");
        awaitVelocity(false);
        Thread.sleep(500);
        assertEquals(0, vx);
        browser.evaluate("Object.defineProperty(document, 'hidden', { value: false, configurable: true })");
        driveByGamepad();
        browser.evaluate("window.dispatchEvent(new Event('blur'))");
        awaitVelocity(false);
        noErrors();
    }

    /** On a busy machine the page may let go by itself, as it has to; then a person holds again. */
    private void holdUntilItDrives(final double[] pad) throws Exception {
        while (!(vx > 0.2)) {
            browser.mouse("mousePressed", pad[0], pad[1] - 40);
            for (int i = 0; i < 50 && !(vx > 0.2); i++) {
                noErrors();
                Thread.sleep(20);
            }
            if (!(vx > 0.2)) {
                browser.mouse("mouseReleased", pad[0], pad[1] - 40);
            }
        }
    }

    @Test
    void theModesAreAskedForAndTheTabsShowGuardsAndMotors() throws Exception {
        serveRobot();
        open("#" + token.secret(), 1280, 800);
        await("document.documentElement.dataset.may === 'true'");
        browser.evaluate("document.querySelector('[data-ask=sit]').click()");
        while (asked != OperatorRequest.SIT) {
            noErrors();
            Thread.sleep(20);
        }
        browser.evaluate("document.querySelector('[data-tab=guards]').click()");
        await("document.querySelectorAll('.guard').length > 8 && document.querySelector('.guard').offsetParent");
        browser.screenshot(PICTURES.resolve("guards.png"));
        browser.evaluate("document.querySelector('[data-tab=motors]').click()");
        await(
                "document.querySelectorAll('.motor[data-level=well]').length === 12 && /39/.test(document.querySelectorAll('.motor')[1].textContent)");
        browser.screenshot(PICTURES.resolve("motors.png"));
        noErrors();
    }

    @Test
    void withoutTheTokenItShowsAndStopsButDoesNotCommand() throws Exception {
        serveRobot();
        open("#AAAAAAAAAAAAAAAAAAAAAAAA", 390, 844);
        await("document.getElementById('drive').hidden && !document.getElementById('only-looking').hidden");
        assertEquals("true", browser.evaluate("document.querySelector('[data-ask=sit]').disabled"));
        browser.screenshot(PICTURES.resolve("looking-phone.png"));
        final double[] stop = middle("stop");
        browser.mouse("mousePressed", stop[0], stop[1]);
        browser.mouse("mouseReleased", stop[0], stop[1]);
        while (presses.get() == 0) {
            noErrors();
            Thread.sleep(20);
        }
        browser.evaluate("document.getElementById('token').value = '" + token.secret() + "',"
                + " document.getElementById('token-form').requestSubmit()");
        await("!document.getElementById('drive').hidden");
        noErrors();
    }

    @Test
    void onAPhoneStopIsAlwaysInSightAndEverythingIsLargeEnoughToTouch() throws Exception {
        serveRobot();
        open("#" + token.secret(), 390, 844);
        await("document.documentElement.dataset.may === 'true'");
        for (final String tab : List.of("motion", "guards", "motors", "policy", "setup", "ticks")) {
            browser.evaluate("document.querySelector('[data-tab=" + tab + "]').click()");
            assertEquals("390", browser.evaluate("document.documentElement.scrollWidth"), tab);
            assertEquals(
                    "",
                    browser.evaluate(
                            "[...document.querySelectorAll('button, select, input, .pad')].filter((e) => e.offsetParent"
                                    + " && (e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44))"
                                    + ".map((e) => e.id || e.textContent).join()"),
                    tab);
            for (final int scrolled : new int[] {0, 10_000}) {
                browser.evaluate("window.scrollTo(0, " + scrolled + ")");
                final double[] stop = middle("stop");
                assertEquals(
                        "stop",
                        browser.evaluate("document.elementFromPoint(" + stop[0] + ", " + stop[1] + ").id"),
                        tab);
                assertTrue(stop[1] > 700 && stop[1] < 844, tab + " " + stop[1]);
            }
        }
        noErrors();
    }

    @Test
    void aRecordingIsScrubbedHeldAndPlayed() throws Exception {
        serve(new PageSource(new Recorded(), GroundPatch.FLAT, Config::defaults, () -> "", null, null, timeline));
        open("", 1280, 800);
        await("!document.getElementById('timeline').hidden && document.getElementById('stop').hidden");
        browser.evaluate("document.getElementById('play').click()");
        await("document.documentElement.dataset.state === 'held'");
        scrubTo(15.5);
        await("document.getElementById('time-now').textContent === '0:15.5'");
        await("document.getElementById('tick').textContent === '7,750'");
        scrubTo(3);
        await("document.getElementById('tick').textContent === '1,500'");
        browser.evaluate("document.getElementById('mark-after').click()");
        await("document.getElementById('tick').textContent === '6,000'");
        await("/something happened/.test(document.getElementById('mark-text').textContent)");
        browser.screenshot(PICTURES.resolve("replay.png"));
        browser.evaluate("document.getElementById('play').click()");
        await(
                "document.documentElement.dataset.state === 'live' && Number(document.getElementById('tick').textContent.replace(',', '')) > 6300");
        browser.resize(390, 844);
        await("document.documentElement.scrollWidth === 390");
        browser.screenshot(PICTURES.resolve("replay-phone.png"));
        noErrors();
    }

    private void scrubTo(final double seconds) throws Exception {
        browser.evaluate("document.getElementById('time').value = " + seconds
                + ", document.getElementById('time').dispatchEvent(new Event('input'))");
    }

    /** The synthetic walk as a recording. */
    private final class Recorded implements FrameReader {
        private long lastNs = System.nanoTime();
        private long seeks;
        private long tick;

        @Override
        public TickFrame poll() {
            final long nowNs = System.nanoTime();
            final Timeline.Place place = timeline.advance((nowNs - lastNs) / 1e9);
            lastNs = nowNs;
            if (place.seeks() != seeks) {
                seeks = place.seeks();
                tick = Math.max(0, Math.round(place.atS() * 500) - 100);
            }
            return tick <= Math.round(place.atS() * 500) ? walk.at(tick++) : null;
        }

        @Override
        public long lostFrames() {
            return 0;
        }
    }
}
