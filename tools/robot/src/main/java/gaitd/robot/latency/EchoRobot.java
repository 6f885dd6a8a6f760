package gaitd.robot.latency;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.robot.report.HistogramText;
import gaitd.robot.warmup.WarmUpRobot;
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
 * A robot process that sends states at 1 kHz by its own clock and measures the time until each is answered; the same
 * for both sides. It spins for the answer, so that its own wake-up is not measured.
 *
 * <p>Arguments: seconds to measure, priority, processor. Prints its port, then the result in one line; ends when no
 * command comes any more.
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
    private final WarmUpRobot robot = new WarmUpRobot(INTERVAL_NS * 1e-9);
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

    /** Waits for the first command; its sender is the client from then on. */
    private boolean meet() throws IOException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            command.clear();
            final SocketAddress from = channel.receive(command);
            if (from != null) {
                channel.connect(from);
                apply();
                return true;
            }
            waiter.await(System.nanoTime() + INTERVAL_NS);
        }
        return false;
    }

    private void serve(final long measureNs) throws IOException {
        final long fromNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(EchoPlan.SETTLE_S);
        robot.receive(sensed, System.nanoTime());
        boolean printed = false;
        long dueNs = System.nanoTime();
        long lastAnswerNs = dueNs;
        while (dueNs - lastAnswerNs < SILENCE_NS) {
            LowStateCodec.encode(sensed, state);
            waiter.await(dueNs);
            final long tookNs = exchange();
            final boolean measured = dueNs >= fromNs && dueNs < fromNs + measureNs;
            if (tookNs >= 0) {
                lastAnswerNs = System.nanoTime();
                apply();
            }
            robot.receive(sensed, dueNs);
            if (measured && tookNs >= 0) {
                answers.recordValue(Math.min(tookNs, INTERVAL_NS));
            } else if (measured) {
                unanswered++;
            }
            if (!printed && dueNs >= fromNs + measureNs) {
                printed = true;
                System.out.println(RESULT + unanswered + " " + HistogramText.encode(answers));
            }
            dueNs = Math.max(dueNs + INTERVAL_NS, System.nanoTime());
        }
    }

    /** Applies the command in the buffer; an echoed state commands nothing. */
    private void apply() {
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
