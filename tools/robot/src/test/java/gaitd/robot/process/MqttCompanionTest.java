package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.mqtt.FakeBroker;
import gaitd.robot.mqtt.SignedCommands;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedFollower;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person far away has a robot walk and stops it, by a broker, a companion and a control process. */
@Tag("slow")
class MqttCompanionTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Pattern SESSION = Pattern.compile("\"session\":\"([0-9a-f]{16})\"");

    @TempDir
    private Path folder;

    private static Predicate<String> under(final String topic, final String text) {
        return message -> message.startsWith(topic) && message.contains(text);
    }

    private static byte[] command(final String session, final int number, final String what) {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "c" + number);
        body.put("serial", "a1-07");
        body.put("session", session);
        body.put("sequence", number);
        body.put("expires_ms", System.currentTimeMillis() + 30_000);
        body.put("command", what);
        if (what.equals("walk")) {
            body.put("vx", 0.2);
            body.put("vy", 0);
            body.put("yaw", 0);
            body.put("seconds", 60);
        }
        return SignedCommands.message(body, SECRET.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRobotWalksAndStopsAtACommandFromAfar() throws Exception {
        final Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (FakeBroker broker = new FakeBroker(FakeBroker.Manner.GOOD);
                Robot robot = new Robot(folder)) {
            final Path file = Files.writeString(folder.resolve("mqtt.toml"), """
                    [broker]
                    url = "%s"
                    [robot]
                    serial = "a1-07"
                    [publish]
                    buffer = "buffer"
                    buffer_mib = 1
                    [commands]
                    key_file = "secret"
                    allow = ["walk"]
                    age_max_s = 60
                    """.formatted(broker.url()));
            try (ChildJvm companion =
                    new ChildJvm(folder, "companion", "--shared", robot.shared.toString(), "--mqtt", file.toString())) {
                final String event = "gaitd/v1/a1-07/event";
                final String answer = "gaitd/v1/a1-07/answer";
                robot.await(
                        "the status",
                        () -> broker.published.stream().anyMatch(under("gaitd/v1/a1-07/status", "session")));
                final Matcher session = SESSION.matcher(broker.published.toString());
                assertTrue(session.find());
                final SharedFollower frames = robot.follower();

                broker.push("gaitd/v1/a1-07/command", command(session.group(1), 1, "walk"));
                robot.await("walking", () -> mode(frames) == Mode.WALK);
                robot.await("the event", () -> broker.published.stream().anyMatch(under(event, "to WALK")));
                assertTrue(broker.published.stream().anyMatch(under(answer, "\"id\":\"c1\",\"state\":\"accepted\"")));

                broker.push("gaitd/v1/a1-07/command", command(session.group(1), 2, "stand"));
                robot.await(
                        "a refusal",
                        () -> broker.published.stream().anyMatch(under(answer, "\"id\":\"c2\",\"state\":\"refused\"")));
                robot.await("walking on", () -> mode(frames) == Mode.WALK);

                broker.push("gaitd/v1/a1-07/command", command(session.group(1), 1, "stop"));
                robot.await("the stop", () -> mode(frames) != Mode.WALK);
                robot.await("the event", () -> broker.published.stream().anyMatch(under(event, "\"kind\":\"stop\"")));

                companion.signal(ProcessSignal.TERM);
                assertEquals(0, companion.exitCode(), companion.output());
                robot.await(
                        "leave",
                        () -> broker.published.stream().anyMatch(under("uagv/v3/gaitd/a1-07/connection", "OFFLINE")));
            }
        }
    }

    private static Mode mode(final SharedFollower frames) {
        TickFrame newest = null;
        for (TickFrame frame = frames.poll(); frame != null; frame = frames.poll()) {
            newest = frame;
        }
        return newest == null ? null : Mode.values()[(int) newest.get(TickField.MODE)];
    }
}
