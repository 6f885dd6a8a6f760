package gaitd.runtime.command;

import gaitd.policies.cpg.Gait;
import java.util.function.LongSupplier;

/**
 * Sends operator commands, each with a sequence number and the time. Used by one thread; allocates nothing when
 * sending.
 *
 * <p>Velocities last only as long as the operator goes on sending, a few times in the configured operator timeout, and as long as
 * its person goes on acting: a key, a stick, a call. A velocity that is to last without a person has to be held, explicitly.
 */
public final class Operator {
    private final CommandRing ring;
    private final LongSupplier clockNs;
    private final RawCommand command = new RawCommand();

    /**
     * An operator that has sent nothing.
     *
     * @param ring where commands go
     * @param id its number; two operators of one ring have different ones
     * @param clockNs the control loop's clock, ns
     */
    public Operator(final CommandRing ring, final long id, final LongSupplier clockNs) {
        this.ring = ring;
        this.clockNs = clockNs;
        command.operator = id;
        command.actedNs = clockNs.getAsLong();
    }

    /** Notes that the person did something. */
    public void act() {
        command.actedNs = clockNs.getAsLong();
    }

    /** Lets velocities last without a person. */
    public void hold() {
        command.holds = true;
    }

    /** Stops the robot at once. May be called from any thread. */
    public void stop() {
        ring.stop();
    }

    /**
     * Sends a command. A stop is never refused: it goes by {@link #stop()} too.
     *
     * @param request what is asked for
     * @param gait the gait to use, or null to keep it
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @return its ticket, for {@link #verdict}, or 0 when the ring is full and it was not sent
     */
    public long offer(
            final OperatorRequest request, final Gait gait, final double vx, final double vy, final double yawRate) {
        if (request == OperatorRequest.STOP) {
            ring.stop();
        }
        command.sequence++;
        command.sentNs = clockNs.getAsLong();
        command.request = request.ordinal();
        command.gait = gait == null ? -1 : gait.ordinal();
        command.vx = vx;
        command.vy = vy;
        command.yawRate = yawRate;
        return ring.offer(command);
    }

    /**
     * Verdict on a command.
     *
     * @param ticket as {@link #offer} gave it
     * @return the verdict, or null when there is none yet
     */
    public Verdict verdict(final long ticket) {
        return ring.verdict(ticket);
    }
}
