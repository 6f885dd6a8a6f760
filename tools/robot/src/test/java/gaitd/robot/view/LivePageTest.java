package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser. Pictures of what it looked like are left in {@code target/view}. */
@Timeout(180)
@SuppressWarnings("EnumOrdinal")
@Tag("slow")
class LivePageTest {
    private static final Path PICTURES = Path.of("target", "view");

    private final TickRing ring = new TickRing();
    private final SyntheticWalk walk = new SyntheticWalk();
    private final AtomicInteger presses = new AtomicInteger();
    private HeadlessBrowser browser;
    private volatile LongFunction<TickFrame> source = walk::at;
    private volatile boolean publishing = true;
    private Thread companion;
    private ViewServer server;

    @BeforeEach
    void start() throws Exception {
        final Path program = HeadlessBrowser.find();
        if (program == null) {
            System.out.println("LivePageTest skipped: no chromium on this machine (apt-get install chromium)");
        }
        assumeTrue(program != null, "no chromium on this machine");
        Files.createDirectories(PICTURES);
        browser = new HeadlessBrowser(
                program, Files.createTempDirectory(PICTURES, "profile").toAbsolutePath());
    }

    @AfterEach
    void stop() throws InterruptedException {
        publishing = false;
        if (companion != null) {
            companion.join();
        }
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void drawsALiveWalkWithoutErrorsAndSaysWhenTheRunEnds() throws Exception {
        serve(GroundPatch.FLAT);
        open(1280, 800);
        await("live", 60);
        browser.screenshot(PICTURES.resolve("walk.png"));
        assertEquals("WALK", browser.evaluate("document.getElementById('mode').textContent"));
        assertEquals(0.5, Double.parseDouble(browser.evaluate("document.getElementById('speed').textContent")), 0.04);
        assertTrue(somethingIsDrawn("plot-velocity"));
        assertTrue(somethingIsDrawn("plot-gait"));
        publishing = false;
        await("stalled", 0);
        server.close();
        await("lost", 0);
        browser.screenshot(PICTURES.resolve("lost.png"));
        noErrors();
    }

    @Test
    void drawsUnevenGroundOnAPhone() throws Exception {
        serve((x, y) -> 0.04 * Math.floor(Math.max(0, Math.abs(y) - 0.4) / 0.3) + 0.01 * Math.sin(9 * x));
        open(390, 844);
        await("live", 20);
        browser.screenshot(PICTURES.resolve("phone.png"));
        assertEquals("390", browser.evaluate("document.documentElement.scrollWidth"));
        browser.resize(1280, 800);
        await("live", 50);
        browser.screenshot(PICTURES.resolve("uneven.png"));
        noErrors();
    }

    @Test
    void standsStillBeforeTheFirstStateAndShowsAFault() throws Exception {
        source = tick -> {
            final TickFrame frame = new TickFrame();
            frame.put(TickField.TICK, tick);
            frame.put(TickField.SCHEDULED_NS, tick * SyntheticWalk.PERIOD_NS);
            frame.put(TickField.STATE_AGE_NS, -1);
            return frame;
        };
        serve(GroundPatch.FLAT);
        open(1280, 800);
        await("waiting", 10);
        browser.screenshot(PICTURES.resolve("waiting.png"));
        source = tick -> {
            final TickFrame frame = walk.at(tick);
            frame.put(TickField.MODE, Mode.FAULT.ordinal());
            frame.put(TickField.FAULT, Fault.JOINT_TORQUE.ordinal());
            frame.put(TickField.FAULT_JOINT, 11);
            frame.putReal(TickField.FAULT_VALUE, 0, 36.2);
            frame.put(TickField.MISSED_TICKS, 3);
            return frame;
        };
        await("live", 20);
        browser.screenshot(PICTURES.resolve("fault.png"));
        assertEquals(
                Fault.JOINT_TORQUE.meaning, browser.evaluate("document.getElementById('fault-meaning').textContent"));
        assertTrue(browser.evaluate("document.getElementById('fault-value').textContent")
                .contains("36.2"));
        noErrors();
    }

    @Test
    void aPressOnTheButtonAndAKeyStopTheRobot() throws Exception {
        serve(GroundPatch.FLAT);
        open(1280, 800);
        await("live", 5);
        browser.evaluate("document.getElementById('stop').dispatchEvent(new PointerEvent('pointerdown')), 0");
        awaitPresses(1);
        browser.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' })), 0");
        awaitPresses(2);
        noErrors();
    }

    private void awaitPresses(final int count) throws Exception {
        while (presses.get() < count) {
            noErrors();
            Thread.sleep(20);
        }
    }

    private void serve(final GroundPatch ground) throws IOException {
        server = new ViewServer(
                PageAccess.LOOKING,
                0,
                new PageSource(ring.newReader(), ground, Config::defaults, () -> "", this::press, null));
        companion = Thread.ofPlatform().start(() -> {
            final long startNs = System.nanoTime();
            long tick = 0;
            while (publishing) {
                while (tick * SyntheticWalk.PERIOD_NS <= System.nanoTime() - startNs) {
                    ring.publish(source.apply(tick++));
                }
                server.poll();
                LockSupport.parkNanos(SyntheticWalk.PERIOD_NS);
            }
        });
    }

    private String press() {
        presses.incrementAndGet();
        return null;
    }

    private void open(final int width, final int height) throws Exception {
        browser.resize(width, height);
        browser.open(server.address());
    }

    /** Until the page is in a state and has had and drawn events; the test's time limit is the only one. */
    private void await(final String state, final int events) throws Exception {
        final String here = "(() => { const d = document.documentElement.dataset; return d.state === '" + state
                + "' && Number(d.events) >= " + events + " && Number(d.drawn) > 3; })()";
        while (!"true".equals(browser.evaluate(here))) {
            noErrors();
            Thread.sleep(100);
        }
    }

    private boolean somethingIsDrawn(final String canvas) throws Exception {
        return "true"
                .equals(
                        browser.evaluate(
                                "(() => { const c = document.getElementById('" + canvas
                                        + "'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 200); })()"));
    }

    private void noErrors() throws Exception {
        assertEquals("", browser.evaluate("document.documentElement.dataset.error"));
    }
}
