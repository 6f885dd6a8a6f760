package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session with a real broker. */
@Tag("slow")
class MosquittoTest {
    /** How often the broker is ended and started again; {@code -Dgaitd.restarts=100} for long. */
    private static final int RESTARTS = Integer.getInteger("gaitd.restarts", 4);

    private static final int EVENTS = 25;
    private static final long WITHIN_NS = 60_000_000_000L;
    private static final MqttTopics TOPICS = new MqttTopics("a1-07");

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    private MqttSession session(final MqttPlan plan, final Outbox outbox) {
        return new MqttSession(
                PahoLink.dialer(
                        plan.broker(),
                        "gaitd-a1-07",
                        TOPICS.command(),
                        new PahoLink.Will(TOPICS.connection(), "gone".getBytes(StandardCharsets.UTF_8))),
                outbox,
                new MqttSession.Handler() {
                    @Override
                    public void connected() {
                        said.add("connected");
                    }

                    @Override
                    public void arrived(final String topic, final byte[] payload, final boolean retained) {
                        said.add(new String(payload, StandardCharsets.UTF_8));
                    }
                },
                MqttSession.HEARD_MAX,
                said::add,
                System::nanoTime);
    }

    private static boolean until(final MqttSession session, final BooleanSupplier condition) throws Exception {
        final long end = System.nanoTime() + WITHIN_NS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            if (session.poll() == 0) {
                Thread.sleep(2);
            }
        }
        return condition.getAsBoolean();
    }

    private static List<String> lines(final Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (final IOException e) {
            return List.of();
        }
    }

    @Test
    void noEventIsLostOrOutOfOrderWhileTheBrokerIsRestarted() throws Exception {
        final Path seen = folder.resolve("seen");
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true");
                Outbox outbox = new Outbox(folder.resolve("outbox"), 1 << 20)) {
            broker.start();
            broker.watch(TOPICS.event(), seen);
            final MqttSession session = session(MqttPlans.to("tcp://127.0.0.1:" + broker.port), outbox);
            assertTrue(until(session, session::isConnected));
            Thread.sleep(500);
            long number = 0;
            for (int restart = 0; restart < RESTARTS; restart++) {
                for (int i = 0; i < EVENTS; i++) {
                    outbox.add(TOPICS.event(), Long.toString(++number).getBytes(StandardCharsets.UTF_8));
                    session.publish(TOPICS.telemetry(), new byte[200], 0, false);
                    session.poll();
                }
                broker.stop();
                for (int i = 0; i < EVENTS; i++) {
                    outbox.add(TOPICS.event(), Long.toString(++number).getBytes(StandardCharsets.UTF_8));
                    session.poll();
                }
                broker.start();
                assertTrue(until(session, () -> outbox.size() == 0), said::toString);
            }
            final String last = Long.toString(number);
            assertTrue(
                    until(session, () -> lines(seen).contains(last)),
                    () -> lines(seen).toString());
            long expected = 1;
            for (final String line : lines(seen)) {
                final long value = Long.parseLong(line);
                assertTrue(value == expected || value == expected - 1, value + " after " + (expected - 1));
                expected = Math.max(expected, value + 1);
            }
            assertEquals(number + 1, expected);
            assertEquals(RESTARTS + 1, session.connections());
            session.close();
        }
    }

    private void make(final String... command) throws Exception {
        final Process process = Mosquitto.run(folder.resolve("made.log"), command);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + lines(folder.resolve("made.log")));
    }

    private String at(final String name) {
        return folder.resolve(name).toString();
    }

    /** An authority and a certificate for this computer, both under a name. */
    private void certify(final String name) throws Exception {
        make(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=authority of " + name,
                "-keyout",
                at(name + "-authority.key"),
                "-out",
                at(name + "-authority.pem"));
        make(
                "openssl",
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                at(name + ".key"),
                "-out",
                at(name + ".csr"));
        make(
                "openssl",
                "x509",
                "-req",
                "-days",
                "2",
                "-in",
                at(name + ".csr"),
                "-CA",
                at(name + "-authority.pem"),
                "-CAkey",
                at(name + "-authority.key"),
                "-CAcreateserial",
                "-copy_extensions",
                "copy",
                "-out",
                at(name + ".pem"));
    }

    private MqttPlan encrypted(
            final Mosquitto broker, final String authority, final String user, final String password) {
        return MqttPlans.to(
                "ssl://127.0.0.1:" + broker.port,
                user,
                password,
                new BrokerPlan.TlsFiles(
                        folder.resolve(authority + "-authority.pem"),
                        folder.resolve("robot.pem"),
                        folder.resolve("robot.key")));
    }

    @Test
    void certificatesNamesAndPasswordsAreChecked() throws Exception {
        try (Mosquitto broker = new Mosquitto(
                        folder,
                        "cafile " + at("robot-authority.pem"),
                        "certfile " + at("broker.pem"),
                        "keyfile " + at("broker.key"),
                        "require_certificate true",
                        "password_file " + at("passwords"),
                        "allow_anonymous false");
                Outbox outbox = new Outbox(folder.resolve("outbox"), 1 << 20)) {
            certify("broker");
            certify("robot");
            certify("stranger");
            make("mosquitto_passwd", "-b", "-c", at("passwords"), "a1-07", "right");
            broker.start();

            final MqttSession right = session(encrypted(broker, "broker", "a1-07", "right"), outbox);
            assertTrue(until(right, right::isConnected), said::toString);
            right.close();

            said.clear();
            final MqttSession wrong = session(encrypted(broker, "broker", "a1-07", "wrong"), outbox);
            assertTrue(until(wrong, () -> !said.isEmpty()));
            assertFalse(wrong.isConnected());
            assertTrue(said.getFirst().matches("(?i).*not authori[sz]ed.*"), said::toString);
            wrong.close();

            said.clear();
            final MqttSession stranger = session(encrypted(broker, "stranger", "a1-07", "right"), outbox);
            assertTrue(until(stranger, () -> !said.isEmpty()));
            assertFalse(stranger.isConnected());
            assertTrue(said.getFirst().contains("certification path"), said::toString);
            stranger.close();
        }
    }
}
