package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedFollower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page drives a robot through companion and control, each a process; then its companion is killed. */
@Tag("slow")
class PageCommandsTest {
    private static final Pattern PAGE = Pattern.compile("see it at (http://\\S+)");
    private static final Mode[] MODES = Mode.values();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private URI page;
    private String token;
    private long sequence;

    private int post(final String path, final String body, final String said) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(page.resolve(path))
                                .header("X-Gaitd", "act")
                                .header("Authorization", "Bearer " + said)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private int ask(final String what) throws IOException, InterruptedException {
        return post("/ask", "{\"request\":\"" + what + "\"}", token);
    }

    /** On a busy machine a message may be too late, and is refused; then the next one counts. */
    private void drive(final double vx) {
        sequence++;
        try {
            post(
                    "/drive",
                    String.format(
                            Locale.ROOT,
                            "{\"page\":\"a\",\"sequence\":%d,\"beat\":%d,\"held\":%b,\"acts\":%d,\"vx\":%s,\"vy\":0,\"yaw\":0}",
                            sequence,
                            beat(),
                            vx != 0,
                            sequence,
                            vx),
                    token);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest beat that the page's events have. */
    private long beat() throws IOException, InterruptedException {
        final HttpResponse<InputStream> events = http.send(
                HttpRequest.newBuilder(page.resolve("/events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (!line.startsWith("data: ")) {
                line = lines.readLine();
            }
            return (long) JsonDocument.of(line.substring(6)).number("helm", "beat");
        }
    }

    private static TickFrame newest(final SharedFollower frames, final TickFrame kept) {
        for (TickFrame frame = frames.poll(); frame != null; frame = frames.poll()) {
            kept.copyFrom(frame.bytes(), 0);
        }
        return kept;
    }

    @Test
    void aRobotStandsWhenThePagesServerIsKilledWhileItDrives() throws Exception {
        final Path file = folder.resolve("token");
        try (Robot robot = new Robot(folder);
                ChildJvm companion = new ChildJvm(
                        folder,
                        "companion",
                        "--shared",
                        robot.shared.toString(),
                        "--command",
                        "--page-token",
                        file.toString())) {
            companion.await("command from it");
            final Matcher said = PAGE.matcher(companion.output());
            assertTrue(said.find(), companion.output());
            page = URI.create(said.group(1));
            token = Files.readString(file).strip();
            assertFalse(companion.output().contains(token), companion.output());
            final SharedFollower frames = robot.follower();
            final TickFrame frame = new TickFrame();

            assertEquals(401, post("/ask", "{\"request\":\"stand\"}", "AAAAAAAAAAAAAAAAAAAAAAAA"));
            robot.await("the first state", () -> {
                drive(0);
                return newest(frames, frame).get(TickField.STATES_ACCEPTED) > 0;
            });
            assertEquals(200, ask("stand"));
            robot.await("standing", () -> MODES[(int) newest(frames, frame).get(TickField.MODE)] == Mode.STAND);
            assertEquals(200, ask("walk"));
            robot.await("driving", () -> {
                drive(0.2);
                return newest(frames, frame).real(TickField.COMMAND, 0) > 0.15;
            });
            assertEquals(Mode.WALK, MODES[(int) frame.get(TickField.MODE)]);
            companion.signal(ProcessSignal.KILL);
            robot.await(
                    "standing by itself",
                    () -> MODES[(int) newest(frames, frame).get(TickField.MODE)] == Mode.STAND);
            assertEquals(0, frame.get(TickField.FAULT));
            assertTrue(robot.heightM() > 0.2);
        }
    }
}
