package gaitd.robot.fleet;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Signatures;
import gaitd.robot.cli.Inputs;
import gaitd.robot.mqtt.BrokerClient;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerPlan;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Simulated robots with a broker, some to each thread, and whoever publishes to them. */
final class DemoFleet implements AutoCloseable {
    static final String GROUP = "yard";

    private static final String ORIGIN = "fleet demo";
    private static final double WINDOW_S = 1;
    private static final long VALID_MS = 3_600_000;
    private static final long IDLE_NS = 2_000_000;
    private static final double NS_PER_S = 1e9;

    private final KeyPair keys = Signatures.newKeys();
    private final LocalBroker broker;
    private final List<DemoRobot> robots = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Consumer<String> says;
    private volatile boolean isOver;

    /**
     * A fleet that walks.
     *
     * @param folder an empty one, for all files
     * @param count of robots
     * @param workers threads that they share
     * @param policy that all have
     * @param says takes a line when something happens; from several threads
     * @throws IOException when the folder cannot be written
     */
    DemoFleet(
            final Path folder,
            final int count,
            final int workers,
            final BundleFiles policy,
            final Consumer<String> says)
            throws IOException {
        this.says = says;
        broker = new LocalBroker(folder);
        final Path shipped = folder.resolve("shipped.zip");
        BundleStore.write(policy, shipped);
        final Path key = Files.writeString(folder.resolve("fleet.pub"), Signatures.pem(keys.getPublic()));
        final Config config = Inputs.config((Path) null)
                .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, ORIGIN)
                .set(Setting.ADAPT_WINDOW_S, WINDOW_S, ORIGIN)
                .conclude();
        for (int i = 1; i <= count; i++) {
            final String serial = "a1-%02d".formatted(i);
            final Path own = Files.createDirectory(folder.resolve(serial));
            final Path file = Files.writeString(
                    own.resolve("mqtt.toml"), """
                    [broker]
                    url = "%s"
                    [robot]
                    serial = "%s"
                    group = "%s"
                    [publish]
                    telemetry_hz = 0
                    buffer = "buffer"
                    buffer_mib = 1
                    [commands]
                    [fleet]
                    key_file = "%s"
                    folder = "published"
                    policy = "%s"
                    store = "versions"
                    """.formatted(broker.url(), serial, GROUP, key, shipped));
            robots.add(new DemoRobot(file, PolicyFiles.walk(List.of(shipped), null, config), policy, i, says));
        }
        for (int i = 0; i < workers; i++) {
            final int first = i;
            final Thread thread = new Thread(() -> run(first, workers), "demo-robots-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run(final int first, final int step) {
        final long beganNs = System.nanoTime();
        try {
            while (!isOver) {
                boolean isBusy = false;
                for (int i = first; i < robots.size() && !isOver; i += step) {
                    isBusy |= robots.get(i).work((System.nanoTime() - beganNs) / NS_PER_S);
                }
                if (!isBusy) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes when all robots are there, and waits for what becomes of it.
     *
     * @param name of the bundle
     * @param files the bundle
     * @param share of the robots that try it first
     * @param withinS longest wait, s
     * @return the publisher, at its end or at that of the wait
     * @throws IOException never, since it has no buffer on a disk
     */
    Publisher publish(final String name, final BundleFiles files, final double share, final double withinS)
            throws IOException {
        final Publisher publisher = new Publisher(
                new PublishOrder(GROUP, name, BundleZip.encode(files), share, VALID_MS),
                keys,
                says,
                System::nanoTime,
                System::currentTimeMillis);
        final FleetWatcher watcher = new FleetWatcher();
        until(watcher, () -> watcher.book().takers(GROUP).size() == robots.size(), withinS);
        until(publisher, () -> publisher.outcome() != Publisher.Outcome.GOES_ON, withinS);
        return publisher;
    }

    private void until(final BrokerGuest guest, final BooleanSupplier isOver, final double withinS) throws IOException {
        final long endNs = System.nanoTime() + (long) (withinS * NS_PER_S);
        try (BrokerClient client =
                new BrokerClient(new BrokerPlan(broker.url(), null, null, null), guest, line -> {})) {
            while (!isOver.getAsBoolean() && System.nanoTime() < endNs) {
                if (client.poll() == 0) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        }
    }

    /** Ends all threads, and walks until each robot has changed over, so that it can be looked at. */
    void stop() throws InterruptedException {
        join();
        robots.forEach(DemoRobot::settle);
    }

    private void join() throws InterruptedException {
        isOver = true;
        for (final Thread thread : threads) {
            thread.join();
        }
    }

    /** The robots; to be looked at after {@link #stop} only. */
    List<DemoRobot> robots() {
        return List.copyOf(robots);
    }

    @Override
    public void close() {
        try {
            join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        robots.forEach(DemoRobot::close);
        broker.close();
    }
}
