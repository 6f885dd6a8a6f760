package gaitd.robot.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsAgentTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Queue<TickFrame> ready = new ArrayDeque<>();
    private long nowNs;
    private final MetricsAgent agent = new MetricsAgent(ANY, new Frames(), () -> nowNs);

    @AfterEach
    void end() {
        agent.onClose();
    }

    /** Frames that the test gives. */
    private final class Frames implements FrameReader {
        @Override
        public TickFrame poll() {
            return ready.poll();
        }

        @Override
        public long lostFrames() {
            return 4;
        }
    }

    private static HttpResponse<String> fetch(final String url, final String method) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Exposition fetched() throws Exception {
        final HttpResponse<String> answer = fetch(agent.address(), "GET");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        return new Exposition(answer.body());
    }

    private void tick(final int number, final double latenessS) {
        final TickFrame frame = new TickFrame();
        frame.put(TickField.TICK, number);
        frame.put(TickField.WAKEUP_LATENESS_NS, (long) (latenessS * 1e9));
        frame.put(TickField.COMPUTE_NS, 300_000);
        frame.put(TickField.STATE_AGE_NS, 1_500_000);
        frame.put(TickField.MISSED_TICKS, 3);
        frame.put(TickField.MODE, Mode.FAULT.ordinal());
        frame.put(TickField.FAULT_BITS, Fault.TILT.bit());
        frame.put(TickField.MOTOR_TEMPERATURE, 2, 61);
        frame.putReal(TickField.POWER, 0, 84.5);
        frame.put(TickField.STATES_ACCEPTED, number);
        ready.add(frame);
    }

    @Test
    void aLoopIsTold() throws Exception {
        tick(0, 15e-6);
        tick(1, 15e-6);
        tick(2, 3e-3);
        agent.doWork();
        nowNs += 2_000_000_000L;
        agent.doWork();
        final Exposition text = fetched();
        assertEquals(1, text.value("gaitd_mode{mode=\"FAULT\"}"));
        assertEquals(0, text.value("gaitd_mode{mode=\"WALK\"}"));
        assertEquals(1, text.value("gaitd_fault{fault=\"TILT\"}"));
        assertEquals(0, text.value("gaitd_fault{fault=\"TICKS_MISSED\"}"));
        assertEquals(3, text.value("gaitd_tick_lateness_seconds_count"));
        assertEquals(0, text.value("gaitd_tick_lateness_seconds_bucket{le=\"1.0E-5\"}"));
        assertEquals(2, text.value("gaitd_tick_lateness_seconds_bucket{le=\"2.0E-5\"}"));
        assertEquals(3, text.value("gaitd_tick_lateness_seconds_bucket{le=\"0.005\"}"));
        assertEquals(3.03e-3, text.value("gaitd_tick_lateness_seconds_sum"), 1e-9);
        assertEquals(3, text.value("gaitd_tick_compute_seconds_bucket{le=\"5.0E-4\"}"));
        assertEquals(3, text.value("gaitd_ticks_total"));
        assertEquals(3, text.value("gaitd_missed_ticks_total"));
        assertEquals(4, text.value("gaitd_frames_lost_total"));
        assertEquals(0.0015, text.value("gaitd_state_age_seconds"));
        assertEquals(61, text.value("gaitd_motor_temperature_celsius{joint=\"" + A1.jointName(2) + "\"}"));
        assertEquals(84.5, text.value("gaitd_power_watts"), 1e-3);
        assertEquals(2, text.value("gaitd_frame_age_seconds"));
        assertTrue(text.value("process_open_fds") > 0);
        assertTrue(text.value("jvm_threads_current") > 0);
        assertTrue(text.value("jvm_memory_used_bytes{area=\"heap\"}") > 0);
    }

    @Test
    void beforeTheFirstStateNothingIsSaidOfTheRobot() throws Exception {
        final String joint = "gaitd_motor_temperature_celsius{joint=\"" + A1.jointName(2) + "\"}";
        tick(0, 0);
        agent.doWork();
        final Exposition before = fetched();
        for (final String name : List.of(
                joint,
                "gaitd_imu_temperature_celsius",
                "gaitd_power_watts",
                "gaitd_tilt_radians",
                "gaitd_velocity_meters_per_second{axis=\"forward\"}")) {
            assertTrue(Double.isNaN(before.value(name)), name);
        }
        tick(1, 0);
        nowNs += 2_000_000_000L;
        agent.doWork();
        assertEquals(61, fetched().value(joint));
    }

    @Test
    void beforeTheFirstFrameNothingIsSaidOfTheLoop() throws Exception {
        agent.doWork();
        final Exposition text = fetched();
        assertFalse(text.has("gaitd_ticks_total"));
        assertFalse(text.has("gaitd_frame_age_seconds"));
        assertEquals(4, text.value("gaitd_frames_lost_total"));
    }

    @Test
    void whatElseRunsHereAddsItsOwn() throws Exception {
        agent.gauge("gaitd_foxglove_clients", "Clients", () -> 2);
        agent.doWork();
        assertEquals(2, fetched().value("gaitd_foxglove_clients"));
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertEquals(404, fetch(agent.address().replace("/metrics", "/"), "GET").statusCode());
        assertEquals(405, fetch(agent.address(), "POST").statusCode());
    }

    @Test
    void aPortThatIsTakenIsOneLine() {
        final int port = URI.create(agent.address()).getPort();
        final Refusal refusal = assertThrows(
                Refusal.class,
                () -> new MetricsAgent(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new Frames(), () -> 0));
        assertTrue(refusal.getMessage().startsWith("--metrics: "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(":" + port + " is not available"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
    }

    /** What is served stands in the table of the page for users, by name. */
    @Test
    void eachOfOursIsDocumented() throws Exception {
        tick(0, 0);
        agent.doWork();
        final Path page = Path.of("docs/live.md");
        final String text =
                Files.readString(Files.exists(page) ? page : Path.of("../..").resolve(page));
        for (final String name : fetched().families()) {
            if (name.startsWith("gaitd_")) {
                assertTrue(text.contains("`" + name + "`"), name);
            }
        }
    }
}
