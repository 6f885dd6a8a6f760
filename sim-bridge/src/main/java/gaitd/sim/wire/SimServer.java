package gaitd.sim.wire;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.fault.BusTrouble;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SimulatedA1;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A simulated A1 on a UDP port, in real time, on a thread of its own.
 *
 * <p>Physics follows the machine's monotonic clock; when the machine is too slow, steps are skipped and counted rather
 * than caught up without bound. Every valid command gets one state back at once, from the bound port, unless states are
 * streamed. Answers depend on when datagrams arrive, so runs do not repeat bit for bit; the lock-step port's do. Other threads see the truth only
 * through the copies handed out here, which wait for at most one batch of steps.
 */
public final class SimServer implements AutoCloseable {
    /** The port of the robot's main board. */
    public static final int ROBOT_PORT = 8007;

    private static final int LONGEST_BYTES = 2048;
    private static final int DATAGRAMS_A_ROUND = 64;
    private static final long WAIT_MS = 1;
    private static final long JOIN_MS = 5_000;

    private final SimulatedA1 robot;
    private final ServedWalk walk;
    private final ServerCounters counters = new ServerCounters();
    private final Object lock = new Object();
    private final RobotSide side;
    private final BusDrives drives;
    private final DatagramChannel channel;
    private final Selector selector;
    private final InetSocketAddress address;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread;

    /**
     * Opens the port; time starts with {@link #start()}.
     *
     * @param robot owned by this server from now on
     * @param walk measures it, owned by this server from now on
     * @param bind where to listen; port 0 takes a free one
     * @throws BindException when the address cannot be had, with what to do
     * @throws IOException when the system has no sockets
     */
    public SimServer(final SimulatedA1 robot, final ServedWalk walk, final InetSocketAddress bind) throws IOException {
        this.robot = robot;
        this.walk = walk;
        this.channel = DatagramChannel.open();
        try {
            channel.bind(bind);
            channel.configureBlocking(false);
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            address = (InetSocketAddress) channel.getLocalAddress();
        } catch (final IOException e) {
            channel.close();
            if (e instanceof SocketException) {
                throw refused(bind, e);
            }
            throw e;
        }
        this.side = new RobotSide(robot, walk, counters);
        this.drives = new BusDrives(robot, walk);
        this.thread = new Thread(this::run, "sim-robot");
        thread.setDaemon(true);
    }

    private static BindException refused(final InetSocketAddress bind, final IOException cause) {
        final String reason = String.valueOf(cause.getMessage());
        final String lower = reason.toLowerCase(Locale.ROOT);
        final String advice;
        if (lower.contains("assign")) {
            advice = "that address is not one of this computer's; give it to an interface (ip address add "
                    + bind.getHostString() + "/24 dev ...), or listen on 127.0.0.1";
        } else if (lower.contains("permission")) {
            advice = "ports below 1024 are for root; choose another port, the robot's is " + ROBOT_PORT;
        } else {
            advice = "stop what uses it (ss -ulpn) or choose another port";
        }
        final BindException refused = new BindException(
                "cannot listen on " + bind.getHostString() + ":" + bind.getPort() + " (" + reason + "); " + advice);
        refused.initCause(cause);
        return refused;
    }

    /**
     * Streams states to the client, whether or not its commands come, in place of one state for each command. Called before the
     * start.
     *
     * @param periodNs from state to state, above 0, ns
     */
    public void stream(final long periodNs) {
        side.stream(periodNs);
    }

    /** Leaves the drives to {@link #drive}: datagrams get their states and move nothing. Called before the start. */
    public void onBuses() {
        side.onBuses(drives);
    }

    /**
     * Hands one drive its command from its bus, at the robot's time of now, and reads its sensors.
     *
     * @param joint joint index
     * @param command only this joint's fields are read, not modified
     * @param out overwritten but for the time of receipt and the sequence; not touched when the drive is unplugged
     * @param trouble what is wrong with its end of the bus, overwritten
     * @return whether the drive is there
     */
    public boolean drive(final int joint, final JointCommands command, final Sensed out, final BusTrouble trouble) {
        synchronized (lock) {
            side.advanceTo(System.nanoTime());
            return drives.drive(joint, command, out, trouble);
        }
    }

    /**
     * Starts the robot's time.
     *
     * @throws IllegalStateException when it was started or closed before
     */
    public void start() {
        if (closing.get() || !started.compareAndSet(false, true)) {
            throw new IllegalStateException("a server can be started once");
        }
        thread.start();
    }

    private void run() {
        final Consumer<SelectionKey> readable = key -> {};
        synchronized (lock) {
            side.startAt(System.nanoTime());
        }
        while (!closing.get()) {
            try {
                selector.select(readable, WAIT_MS);
                synchronized (lock) {
                    drain();
                    final long nowNs = System.nanoTime();
                    side.advanceTo(nowNs);
                    while (side.next(nowNs, out)) {
                        send(side.client());
                    }
                }
            } catch (final ClosedChannelException e) {
                return;
            } catch (final IOException e) {
                counters.add(ServerCounter.IO_ERRORS, 1);
            }
        }
    }

    private void drain() throws IOException {
        for (int i = 0; i < DATAGRAMS_A_ROUND; i++) {
            in.clear();
            final SocketAddress from = channel.receive(in);
            if (from == null) {
                return;
            }
            if (side.handle(in, in.position(), from, System.nanoTime(), out)) {
                send(from);
            }
        }
    }

    private void send(final SocketAddress to) throws IOException {
        out.clear();
        final int sent = channel.send(out, to);
        counters.add(sent > 0 ? ServerCounter.ANSWERED : ServerCounter.IO_ERRORS, 1);
    }

    /**
     * Address of the robot.
     *
     * @return address with the port in use
     */
    public InetSocketAddress address() {
        return address;
    }

    /**
     * Counters of datagrams received, sent and dropped.
     *
     * @return live counters
     */
    public ServerCounters counters() {
        return counters;
    }

    /**
     * Steers the robot and its time by a line of text.
     *
     * @param line such as {@code pause}, {@code push 0.5 0} or {@code state}
     * @param groundHeightM height of the ground at the world's origin, m
     * @return the answer, one line: {@code ok}, JSON, or {@code refused:} with what was expected
     */
    public String control(final String line, final double groundHeightM) {
        synchronized (lock) {
            return new SimControl(robot, side, walk, groundHeightM).handle(line, System.nanoTime());
        }
    }

    /**
     * Figures of the walk so far.
     *
     * @return a copy
     */
    public WalkFigures figures() {
        synchronized (lock) {
            return walk.figures();
        }
    }

    /**
     * Simulated time so far.
     *
     * @return s
     */
    public double timeS() {
        synchronized (lock) {
            return robot.timeS();
        }
    }

    /**
     * Ground truth now.
     *
     * @param sampler of this robot's ground, read by this caller only
     * @param out overwritten
     */
    public void read(final TruthSampler sampler, final WalkSample out) {
        synchronized (lock) {
            sampler.read(robot.truth(), robot.sums(), out);
        }
    }

    /**
     * Lets somebody look at the robot while its time stands still.
     *
     * @param observer called once, by this thread; takes little time, changes nothing, keeps nothing
     */
    public void observe(final Consumer<SimulatedA1> observer) {
        synchronized (lock) {
            observer.accept(robot);
        }
    }

    /** Stops the robot and frees the port; further calls do nothing. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        selector.wakeup();
        try {
            if (started.get()) {
                thread.join(JOIN_MS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeSockets();
        }
    }

    private void closeSockets() {
        try {
            channel.close();
            selector.close();
        } catch (final IOException e) {
            counters.add(ServerCounter.IO_ERRORS, 1);
        }
    }
}
