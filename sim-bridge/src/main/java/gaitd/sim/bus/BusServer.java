package gaitd.sim.bus;

import gaitd.hal.A1;
import gaitd.hal.serial.PseudoTerminal;
import gaitd.policies.learn.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The four buses of a simulated robot on pseudo-terminals, each served by a thread of its own.
 *
 * <p>A reply leaves when a real line of the given pace would have carried its last bit; late wake-ups of the machine come on top.
 */
public final class BusServer implements AutoCloseable {
    private static final int ROOM = 4096;
    private static final long LOOK_NS = 20_000_000L;
    private static final long JOIN_MS = 5_000;

    private final List<PseudoTerminal> terminals = new ArrayList<>();
    private final List<BusSide> sides = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Buses whose motors are silent until the {@link #start}.
     *
     * @param motors those of a leg, by its index
     * @param pace of the lines
     * @param seed decides which replies are damaged or lost, where faults ask for it
     * @throws gaitd.hal.serial.SerialException when the system grants no pseudo-terminals
     */
    public BusServer(final IntFunction<BusMotors> motors, final BusPace pace, final long seed) {
        try {
            for (int leg = 0; leg < A1.LEGS; leg++) {
                final PseudoTerminal terminal = PseudoTerminal.open();
                terminals.add(terminal);
                final BusSide side = new BusSide(pace, motors.apply(leg), RandomStream.seed(seed, leg));
                sides.add(side);
                final Thread thread = new Thread(() -> serve(terminal, side), "sim-bus-" + A1.legName(leg));
                thread.setDaemon(true);
                threads.add(thread);
            }
        } catch (final RuntimeException e) {
            terminals.forEach(PseudoTerminal::close);
            throw e;
        }
    }

    /** Starts to answer. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * The device of a leg's bus.
     *
     * @param leg leg index
     * @return a path such as {@code /dev/pts/5}
     */
    public String device(final int leg) {
        return terminals.get(leg).device();
    }

    /**
     * Commands that motors have heard, for a report.
     *
     * @return count, of all buses
     */
    public long commands() {
        return sides.stream().mapToLong(BusSide::commands).sum();
    }

    /**
     * Replies that left.
     *
     * @return count, of all buses
     */
    public long replies() {
        return sides.stream().mapToLong(BusSide::replies).sum();
    }

    /**
     * Bytes that belonged to no command.
     *
     * @return count, of all buses
     */
    public long refusedBytes() {
        return sides.stream().mapToLong(BusSide::refused).sum();
    }

    private void serve(final PseudoTerminal terminal, final BusSide side) {
        final byte[] in = new byte[ROOM];
        final byte[] out = new byte[BusSide.REPLY_MAX];
        while (!closing) {
            final long dueNs = side.dueNs();
            final long leftNs = dueNs == BusSide.NEVER ? LOOK_NS : Math.min(LOOK_NS, dueNs - System.nanoTime());
            if (terminal.line().await(leftNs)) {
                final int count = terminal.line().read(in, 0, in.length);
                side.arrived(in, Math.max(0, count), System.nanoTime());
            }
            if (side.dueNs() != BusSide.NEVER && System.nanoTime() - side.dueNs() >= 0) {
                terminal.line().write(out, 0, side.take(out));
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            for (final Thread thread : threads) {
                if (thread.isAlive()) {
                    thread.join(JOIN_MS);
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            terminals.forEach(PseudoTerminal::close);
        }
    }
}
