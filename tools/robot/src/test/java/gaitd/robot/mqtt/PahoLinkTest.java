package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client behind a link, against brokers that misbehave: no call waits, no thread stays. */
class PahoLinkTest {
    private static final long WITHIN_S = 20;
    private static final MqttTopics TOPICS = new MqttTopics("a1-07");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private BrokerLink dial(final FakeBroker broker) {
        return PahoLink.dialer(
                        MqttPlans.to(broker.url()).broker(),
                        "gaitd-a1-07",
                        TOPICS.command(),
                        new PahoLink.Will(TOPICS.connection(), new byte[] {1}))
                .dial(new BrokerListener() {
                    @Override
                    public void connected() {
                        heard.add("connected");
                    }

                    @Override
                    public void lost(final String why) {
                        heard.add("lost");
                    }

                    @Override
                    public void arrived(final String topic, final byte[] payload, final boolean retained) {
                        heard.add(new String(payload, StandardCharsets.UTF_8));
                    }
                });
    }

    private String next() throws InterruptedException {
        return heard.poll(WITHIN_S, TimeUnit.SECONDS);
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().equals("mqtt") || thread.getName().startsWith("MQTT"))
                .count();
    }

    private static String stacks() {
        final StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().equals("mqtt") || thread.getName().startsWith("MQTT")) {
                text.append(thread).append(Arrays.toString(stack)).append(System.lineSeparator());
            }
        });
        return text.toString();
    }

    private static boolean soon(final BooleanSupplier condition) throws InterruptedException {
        final long end = System.nanoTime() + WITHIN_S * 1_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return condition.getAsBoolean();
    }

    @AfterEach
    void noThreadStays() throws InterruptedException {
        assertTrue(soon(() -> clientThreads() == 0), PahoLinkTest::stacks);
    }

    @Test
    void publishesTakesCommandsAndLeaves() throws Exception {
        try (FakeBroker broker = new FakeBroker(FakeBroker.Manner.GOOD)) {
            final BrokerLink link = dial(broker);
            assertEquals("connected", next());
            link.publish("t", "one".getBytes(StandardCharsets.UTF_8), 1, false, () -> heard.add("taken"));
            assertEquals("taken", next());
            assertEquals("t one", broker.published.getFirst());
            broker.push(TOPICS.command(), "x".repeat(200).getBytes(StandardCharsets.UTF_8));
            assertEquals("x".repeat(200), next());
            link.leave();
            assertTrue(soon(() -> clientThreads() == 0));
            assertNull(heard.poll());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPS", "REFUSES"})
    void aConnectionThatIsNotTakenIsTold(final FakeBroker.Manner manner) throws Exception {
        try (FakeBroker broker = new FakeBroker(manner)) {
            for (int i = 0; i < 5; i++) {
                final BrokerLink link = dial(broker);
                assertEquals("lost", next());
                link.close();
            }
            assertTrue(soon(() -> clientThreads() == 0), () -> clientThreads() + " threads after five connections");
        }
    }

    @Test
    void aBrokerThatIsNotThereIsTold() throws Exception {
        final FakeBroker gone = new FakeBroker(FakeBroker.Manner.GOOD);
        gone.close();
        final BrokerLink link = dial(gone);
        assertEquals("lost", next());
        link.close();
    }

    @Test
    void aConnectionThatIsCutIsTold() throws Exception {
        try (FakeBroker broker = new FakeBroker(FakeBroker.Manner.GOOD)) {
            final BrokerLink link = dial(broker);
            assertEquals("connected", next());
            broker.dropAll();
            assertEquals("lost", next());
            link.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTE", "HANGS", "ACKNOWLEDGES_NOTHING"})
    void whatABrokerKeepsWaitingEndsWithTheLink(final FakeBroker.Manner manner) throws Exception {
        try (FakeBroker broker = new FakeBroker(manner)) {
            final BrokerLink link = dial(broker);
            if (manner == FakeBroker.Manner.ACKNOWLEDGES_NOTHING) {
                assertEquals("connected", next());
            } else {
                assertTrue(soon(() -> broker.connections.get() > 0));
            }
            final byte[] big = new byte[1 << 19];
            for (int i = 0; i < 40; i++) {
                link.publish("t", big, i % 2, false, () -> {});
            }
            link.close();
        }
    }

    @Test
    void connectionsInARowLeaveNothingBehind() throws Exception {
        try (FakeBroker broker = new FakeBroker(FakeBroker.Manner.GOOD)) {
            for (int i = 0; i < 20; i++) {
                final BrokerLink link = dial(broker);
                assertEquals("connected", next());
                link.close();
            }
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        assertTrue(soon(() -> clientThreads() == 0));
    }
}
