package gaitd.robot.fleet;

import gaitd.robot.mqtt.BrokerClient;
import gaitd.robot.mqtt.BrokerFile;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Options of which broker, and work on a connection to it. */
final class BrokerOptions {
    private static final long IDLE_NS = 2_000_000;
    private static final double NS_PER_S = 1e9;

    @Option(
            names = "--mqtt",
            paramLabel = "FILE",
            defaultValue = "/etc/gaitd/fleet.toml",
            description = "has the table [broker] as the robots' file has it (default ${DEFAULT-VALUE})")
    private Path file;

    BrokerOptions() {}

    /**
     * Works on a connection.
     *
     * @param guest who uses it
     * @param isOver asked in each round
     * @param withinS longest time, s
     * @param says takes a line when the connection comes or goes
     * @return false when the time was over first
     * @throws gaitd.runtime.config.ConfigException in one line when the file is not right
     */
    boolean work(
            final BrokerGuest guest, final BooleanSupplier isOver, final double withinS, final Consumer<String> says) {
        final long beganNs = System.nanoTime();
        try (BrokerClient client = new BrokerClient(BrokerFile.read(file), guest, says)) {
            while (!isOver.getAsBoolean()) {
                if ((System.nanoTime() - beganNs) / NS_PER_S > withinS) {
                    return false;
                }
                if (client.poll() == 0) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
            return true;
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    /**
     * Reads all that the broker has kept of the robots.
     *
     * @param settleS time in which the broker tells it, s
     * @return what is known
     * @throws Refusal in one line when there is no connection within ten seconds
     */
    FleetBook read(final double settleS) {
        final FleetWatcher watcher = new FleetWatcher();
        final String[] trouble = {"no answer"};
        final long[] connectedNs = {0};
        work(
                watcher,
                () -> {
                    if (watcher.isConnected() && connectedNs[0] == 0) {
                        connectedNs[0] = System.nanoTime();
                    }
                    return connectedNs[0] != 0 && (System.nanoTime() - connectedNs[0]) / NS_PER_S > settleS;
                },
                10 + settleS,
                line -> trouble[0] = line);
        if (!watcher.isConnected()) {
            throw new Refusal("no connection to the broker of " + file + " (" + trouble[0] + ")");
        }
        return watcher.book();
    }
}
