package gaitd.robot.latency;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.robot.report.HistogramText;
import gaitd.robot.warmup.ShadowRobot;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.loop.Waiter;
import gaitd.runtime.rt.Outcome;
import gaitd.runtime.rt.RealTimeSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A robot that sends its states at 1 kHz by its own clock and takes the time until each is answered, in a process of its own. It is the same for both
 * sides. Spins for the answer, so that its own waking is in nobody's figures.
 *
 * <p>Arguments: seconds to measure, priority, processor. Says its port, then the result in one line; ends when nothing comes any more.
 */
final class EchoRobot {
    static final String LISTENS = "listens ";
    static final String RESULT = "result ";

    private static final long INTERVAL_NS = EchoPlan.INTERVAL_US * 1000L;
    private static final long ANSWER_MAX_NS = INTERVAL_NS * 8 / 10;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(3);

    private final DatagramChannel channel = DatagramChannel.open();
    private final ByteBuffer state =
            ByteBuffer.allocateDirect(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer command =
            ByteBuffer.allocateDirect(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ShadowRobot robot = new ShadowRobot(INTERVAL_NS * 1e-9);
    private final Sensed sensed = new Sensed();
    private final JointCommands commands = new JointCommands();
    private final Histogram answers = new Histogram(INTERVAL_NS, 3);
    private final Waiter waiter;
    private long unanswered;

    private EchoRobot(final Waiter waiter) throws IOException {
        this.waiter = waiter;
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
    }

    /** The process. */
    public static void main(final String[] arguments) throws IOException {
        final int priority = Integer.parseInt(arguments[1]);
        final Config config = new Config.Builder()
                .set(Setting.RATE_HZ, 1e9 / INTERVAL_NS, "bench")
                .set(Setting.RT_PRIORITY, priority, "bench")
                .set(Setting.RT_CPU, Integer.parseInt(arguments[2]), "bench")
                .set(Setting.RT_DMA_LATENCY_US, priority > 0 ? 0 : -1, "bench")
                .conclude();
        try (RealTimeSetup setup = new RealTimeSetup(config, System::nanoTime)) {
            final EchoRobot robot = new EchoRobot(setup.waiter());
            final List<Outcome> outcomes = setup.apply();
            System.out.println(LISTENS + ((InetSocketAddress) robot.channel.getLocalAddress()).getPort());
            outcomes.stream().filter(Outcome::refused).forEach(refused -> System.out.println(refused.line()));
            if (robot.meet()) {
                robot.serve(TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0])));
            }
        }
    }

    /** Waits for the first command and stays with its sender. */
    private boolean meet() throws IOException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            command.clear();
            final SocketAddress from = channel.receive(command);
            if (from != null) {
                channel.connect(from);
                obey();
                return true;
            }
            waiter.await(System.nanoTime() + INTERVAL_NS);
        }
        return false;
    }

    private void serve(final long measureNs) throws IOException {
        final long fromNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(EchoPlan.SETTLE_S);
        robot.receive(sensed, System.nanoTime());
        boolean told = false;
        long dueNs = System.nanoTime();
        long heardNs = dueNs;
        while (dueNs - heardNs < SILENCE_NS) {
            LowStateCodec.encode(sensed, state);
            waiter.await(dueNs);
            final long tookNs = exchange();
            final boolean measured = dueNs >= fromNs && dueNs < fromNs + measureNs;
            if (tookNs >= 0) {
                heardNs = System.nanoTime();
                obey();
            }
            robot.receive(sensed, dueNs);
            if (measured && tookNs >= 0) {
                answers.recordValue(Math.min(tookNs, INTERVAL_NS));
            } else if (measured) {
                unanswered++;
            }
            if (!told && dueNs >= fromNs + measureNs) {
                told = true;
                System.out.println(RESULT + unanswered + " " + HistogramText.encode(answers));
            }
            dueNs = Math.max(dueNs + INTERVAL_NS, System.nanoTime());
        }
    }

    /** Does what the command in the buffer says; what merely echoes commands nothing. */
    private void obey() {
        if (LowCmdCodec.decode(command, command.position(), commands) == DecodeResult.OK) {
            robot.send(commands);
        }
    }

    /** Sends a state; the time until its answer, or negative when there was none. */
    private long exchange() {
        try {
            while (received()) {
                // a command that is older than the state
            }
            state.clear();
            final long sentNs = System.nanoTime();
            channel.write(state);
            long tookNs = 0;
            while (tookNs < ANSWER_MAX_NS) {
                final boolean answered = received();
                tookNs = System.nanoTime() - sentNs;
                if (answered) {
                    return tookNs;
                }
                Thread.onSpinWait();
            }
            return -1;
        } catch (final IOException e) {
            return -1;
        }
    }

    private boolean received() throws IOException {
        command.clear();
        return channel.receive(command) != null;
    }
}
