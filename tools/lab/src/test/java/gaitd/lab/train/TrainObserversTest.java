package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Glyphs;
import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who look on, beside trainings of small networks. */
@Timeout(120)
class TrainObserversTest {
    private static final long S = 1_000_000_000L;

    @TempDir
    Path folder;

    private final StringWriter text = new StringWriter();
    private final AtomicLong nowNs = new AtomicLong();

    private static TrainPlan plan(final int iterations) {
        final NetPlan net = NetPlan.of(NetKind.LTC, Rule.EP, List.of(4));
        return new TrainPlan(
                TrainTask.of("cartpole"),
                net,
                net,
                PpoSettings.ppo()
                        .twoSidedClip(true)
                        .set(PpoSetting.ROLLOUT, 4)
                        .set(PpoSetting.EPOCHS, 1)
                        .set(PpoSetting.MINIBATCHES, 1)
                        .build(),
                8,
                32L * iterations,
                3,
                null,
                false,
                "train cartpole");
    }

    private TrainObservers observers(
            final TrainPlan plan, final Training training, final Path out, final Integer viewPort) {
        return new TrainObservers(
                plan, training, out, viewPort, new PrintWriter(text), Glyphs.missing() == null, nowNs::get);
    }

    /** An iteration takes 3 s of the test's clock. */
    @Test
    void linesOfALogAreTenSecondsApartAndTheLastIsThere() throws IOException {
        final TrainPlan plan = plan(30);
        try (Training training = new Training(plan, folder, 1);
                TrainObservers observers = observers(plan, training, folder, null)) {
            assertTrue(training.run(() -> false, progress -> {
                nowNs.addAndGet(3 * S);
                observers.accept(progress);
            }));
        }
        final List<Integer> told = text.toString()
                .lines()
                .map(line ->
                        Integer.valueOf(line.strip().substring(0, line.strip().indexOf(' '))))
                .toList();
        assertEquals(List.of(1, 5, 9, 13, 17, 21, 25, 29, 30), told);
        final List<String> lines = text.toString().lines().toList();
        assertTrue(lines.getFirst().contains(" s, ? left"), text::toString);
        assertTrue(lines.get(1).contains(", 1:15 left"), text::toString);
    }

    /** Every iteration the page is asked for; every 16th a minute has passed, and pictures are drawn. */
    @Tag("slow")
    @Test
    void watchersAndPicturesChangeNoBit() throws Exception {
        final TrainPlan plan = plan(150);
        final Path alone = folder.resolve("alone");
        try (Training training = new Training(plan, alone, 2)) {
            assertTrue(training.run(() -> false, progress -> {}));
        }
        final Path watched = folder.resolve("watched");
        final AtomicInteger looks = new AtomicInteger();
        final AtomicBoolean over = new AtomicBoolean();
        try (Training training = new Training(plan, watched, 2);
                TrainObservers observers = observers(plan, training, watched, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            final URI page =
                    URI.create(text.toString().strip().substring(text.toString().indexOf("http")));
            final Thread watcher = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    assertTrue(get(client, page.resolve("/rows?after=0")).startsWith("iteration,"));
                    looks.incrementAndGet();
                }
            });
            try {
                training.run(() -> false, progress -> {
                    final int before = looks.get();
                    nowNs.addAndGet((progress.iteration() % 16 == 0 ? 60 : 1) * S);
                    observers.accept(progress);
                    while (looks.get() == before && watcher.isAlive()) {
                        Thread.onSpinWait();
                    }
                });
            } finally {
                over.set(true);
                watcher.join();
            }
            assertEquals(151, get(client, page.resolve("/rows?after=0")).lines().count());
        }
        assertTrue(looks.get() >= 150, "looks: " + looks);
        assertEquals(Glyphs.missing() == null, Files.exists(watched.resolve("reward-steps.png")));
        assertArrayEquals(Files.readAllBytes(alone.resolve("learned")), Files.readAllBytes(watched.resolve("learned")));
    }

    private static String get(final HttpClient client, final URI address) {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (final IOException e) {
            throw new AssertionError(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
