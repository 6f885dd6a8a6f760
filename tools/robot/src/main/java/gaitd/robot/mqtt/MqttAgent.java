package gaitd.robot.mqtt;

import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Publishes what a control process does, and takes commands for it, in rounds that wait for nothing. */
public final class MqttAgent implements Agent {
    private static final int BATCH = 4096;
    private static final double NS_PER_S = 1e9;
    private static final long STATE_EVERY_NS = 30_000_000_000L;
    private static final int SESSION_BYTES = 8;

    private final MqttPlan plan;
    private final SharedFollower frames;
    private final MqttTopics topics;
    private final MqttMessages messages;
    private final Vda5050 vda;
    private final Outbox outbox;
    private final MqttSession session;
    private final CommandCheck check;
    private final CommandRunner runner;
    private final FrameEvents events = new FrameEvents((kind, text) -> event(kind, text));
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final BrokerGuest guest;
    private final Consumer<String> says;
    private final LongSupplier clockNs;
    private TickFrame newest;
    private long attachments = -1;
    private long lostTold;
    private long telemetryNs;
    private long stateNs;
    private boolean happened;
    private boolean full;

    private MqttAgent(
            final MqttPlan plan,
            final Path shared,
            final Outbox outbox,
            final BrokerGuest guest,
            final Consumer<String> says,
            final LongSupplier clockNs,
            final LongSupplier wallMs) {
        this.plan = plan;
        this.outbox = outbox;
        this.guest = guest;
        this.says = says;
        this.clockNs = clockNs;
        frames = new SharedFollower(shared, clockNs);
        topics = new MqttTopics(plan.serial());
        final byte[] drawn = new byte[SESSION_BYTES];
        new SecureRandom().nextBytes(drawn);
        final String name = HexFormat.of().formatHex(drawn);
        messages = new MqttMessages(plan, name, wallMs);
        vda = new Vda5050(plan.serial(), wallMs);
        check = plan.commandKey() == null ? null : new CommandCheck(plan, name, wallMs);
        runner = check == null
                ? null
                : new CommandRunner(
                        shared,
                        (command, why) -> done.add(() -> answer(command.id(), why == null ? "done" : "failed", why)));
        session = new MqttSession(
                PahoLink.dialer(
                        plan.broker(),
                        "gaitd-" + plan.serial(),
                        plan.commandKey() == null ? null : topics.command(),
                        new PahoLink.Will(topics.connection(), vda.connection("CONNECTION_BROKEN"))),
                outbox,
                new Handler(),
                MqttSession.HEARD_MAX,
                says,
                clockNs);
        telemetryNs = clockNs.getAsLong();
        stateNs = telemetryNs;
    }

    /**
     * Reads the file that says which broker, and opens its buffer.
     *
     * @param file as {@code --mqtt} has it
     * @param shared the shared folder
     * @param fleet makes who takes what is published to the robot's group, if the file says that it takes any
     * @param says takes a line when something has to be said
     * @return an agent that has not connected yet
     * @throws gaitd.runtime.config.ConfigException when the file is not right, in one line
     * @throws Refusal when the buffer cannot be used, in one line
     */
    public static MqttAgent of(
            final Path file,
            final Path shared,
            final Function<FleetPlan, BrokerGuest> fleet,
            final Consumer<String> says) {
        final MqttPlan plan = MqttFile.read(file);
        try {
            return new MqttAgent(
                    plan,
                    shared,
                    new Outbox(plan.buffer(), plan.bufferBytes()),
                    plan.fleet() == null ? null : fleet.apply(plan.fleet()),
                    says,
                    System::nanoTime,
                    System::currentTimeMillis);
        } catch (final IOException e) {
            throw new Refusal(file + ": publish.buffer: expected a folder to write into: " + e.getMessage(), e);
        }
    }

    @Override
    public int doWork() throws IOException {
        int work = 0;
        for (TickFrame frame = frames.poll(); frame != null; frame = work < BATCH ? frames.poll() : null) {
            follow();
            events.take(frame);
            newest = frame;
            work++;
        }
        for (Runnable over = done.poll(); over != null; over = done.poll()) {
            over.run();
        }
        final long nowNs = clockNs.getAsLong();
        if (newest != null && plan.telemetryHz() > 0 && (nowNs - telemetryNs) * plan.telemetryHz() >= NS_PER_S) {
            telemetryNs = nowNs;
            if (work > 0) {
                session.publish(
                        topics.telemetry(),
                        messages.telemetry(newest, frames.lostFrames(), session.dropped()),
                        0,
                        false);
            }
        }
        if (newest != null && session.isConnected() && (happened || nowNs - stateNs >= STATE_EVERY_NS)) {
            happened = !session.publish(topics.state(), vda.state(newest), 0, false);
            stateNs = nowNs;
        }
        if (guest != null) {
            guest.work(session);
        }
        return work + session.poll();
    }

    private void follow() {
        if (frames.attachments() != attachments) {
            attachments = frames.attachments();
            events.restart();
            event("control", "follows control process " + frames.ownerPid());
        }
    }

    private void event(final String kind, final String text) {
        happened = true;
        add(topics.event(), messages.event(outbox.nextNumber(), kind, text, newest));
        if (outbox.lost() > lostTold) {
            final long more = outbox.lost() - lostTold;
            lostTold = outbox.lost();
            add(
                    topics.event(),
                    messages.event(
                            outbox.nextNumber(), "buffer", more + " messages were lost for want of room", newest));
        }
    }

    private void answer(final String id, final String state, final String why) {
        add(topics.answer(), messages.answer(outbox.nextNumber(), id, state, why));
    }

    private void add(final String topic, final byte[] payload) {
        try {
            outbox.add(topic, payload);
            full = false;
        } catch (final IOException e) {
            if (!full) {
                says.accept("mqtt: messages are lost, the buffer cannot be written: " + e.getMessage());
            }
            full = true;
        }
    }

    private void take(final byte[] payload, final boolean retained) {
        final CommandCheck.Verdict verdict = check.judge(payload, retained);
        String refusal = verdict.refusal();
        if (refusal == null) {
            refusal = runner.begin(verdict.command());
        }
        if (refusal != null) {
            says.accept("mqtt: a command was refused: " + refusal);
        }
        if (verdict.id() != null) {
            answer(verdict.id(), refusal == null ? "accepted" : "refused", refusal);
        }
    }

    /**
     * Whether the broker has taken the connection.
     *
     * @return as seen by the thread that runs this agent, as all that follows
     */
    public boolean isConnected() {
        return session.isConnected();
    }

    /**
     * Events and answers that the broker has not taken yet.
     *
     * @return their bytes on the disk
     */
    public long waitingBytes() {
        return outbox.size();
    }

    /**
     * Messages that were dropped since there was no connection, or too much underway.
     *
     * @return how many so far
     */
    public long dropped() {
        return session.dropped();
    }

    /**
     * Events and answers that were lost for want of room.
     *
     * @return how many so far
     */
    public long lost() {
        return outbox.lost();
    }

    @Override
    public void onClose() {
        session.publish(topics.connection(), vda.connection("OFFLINE"), 1, true);
        session.close();
        if (runner != null) {
            runner.close();
        }
        try {
            outbox.close();
        } catch (final IOException e) {
            says.accept("mqtt: the buffer cannot be closed: " + e.getMessage());
        }
    }

    @Override
    public String roleName() {
        return "MQTT client";
    }

    /** What the session tells. */
    private final class Handler implements MqttSession.Handler {
        @Override
        public void connected() {
            session.publish(topics.connection(), vda.connection("ONLINE"), 1, true);
            session.publish(topics.status(), messages.status(), 1, true);
            session.publish(topics.factsheet(), vda.factsheet(), 1, true);
            happened = true;
            if (guest != null) {
                guest.connected(session);
            }
        }

        @Override
        public void arrived(final String topic, final byte[] payload, final boolean retained) {
            if (topic.equals(topics.command())) {
                take(payload, retained);
            } else if (guest != null) {
                guest.arrived(topic, payload);
            }
        }
    }
}
