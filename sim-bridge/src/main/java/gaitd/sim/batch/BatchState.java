package gaitd.sim.batch;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;

/**
 * Ground truth of all robots of a batch; quantities as in {@link SimState}.
 *
 * <p>Live arrays in the batch's {@link BatchLayout}, overwritten by each step; only the engine writes to them.
 */
public final class BatchState {
    /** Where a robot's numbers are. */
    public final BatchLayout layout;
    /** Simulated time since the robot's reset, 1 item, s. */
    public final double[] timeS;
    /** Trunk origin in the world, 3 items, m. */
    public final double[] basePosition;
    /** Trunk orientation, w x y z, 4 items. */
    public final double[] baseQuaternion;
    /** Velocity of the trunk origin, world axes, 3 items, m/s. */
    public final double[] baseVelocity;
    /** Angular velocity, trunk axes, 3 items, rad/s. */
    public final double[] baseAngularVelocity;
    /** Acceleration of the trunk origin over the last step, world axes, 3 items, m/s^2. */
    public final double[] baseAcceleration;
    /** Joint angles, 12 items, rad. */
    public final double[] q;
    /** Joint speeds, 12 items, rad/s. */
    public final double[] dq;
    /** Joint accelerations over the last step, 12 items, rad/s^2. */
    public final double[] ddq;
    /** Torque the motors gave in the last step, 12 items, N m. */
    public final double[] motorTorque;
    /** Centre of each foot, world, 4 x 3 items, m. */
    public final double[] footPosition;
    /** Force of the ground on each foot, world axes, 4 x 3 items, N. */
    public final double[] footForce;
    /** Bits of the shapes the ground presses on, see {@link SimState#touching}; 1 item, a whole number. */
    public final double[] touching;

    /** All quantities in the order in which the single engine saves them. */
    private final double[][] parts;

    BatchState(final BatchLayout layout) {
        this.layout = layout;
        this.timeS = layout.room(1);
        this.basePosition = layout.room(3);
        this.baseQuaternion = layout.room(4);
        this.baseVelocity = layout.room(3);
        this.baseAngularVelocity = layout.room(3);
        this.baseAcceleration = layout.room(3);
        this.q = layout.room(A1.JOINTS);
        this.dq = layout.room(A1.JOINTS);
        this.ddq = layout.room(A1.JOINTS);
        this.motorTorque = layout.room(A1.JOINTS);
        this.footPosition = layout.room(3 * A1.LEGS);
        this.footForce = layout.room(3 * A1.LEGS);
        this.touching = layout.room(1);
        this.parts = new double[][] {
            timeS,
            basePosition,
            baseQuaternion,
            baseVelocity,
            baseAngularVelocity,
            baseAcceleration,
            q,
            dq,
            ddq,
            motorTorque,
            footPosition,
            footForce,
            touching
        };
    }

    /**
     * Copies one robot's state. Allocates nothing.
     *
     * @param robot robot index
     * @param out overwritten
     */
    public void get(final int robot, final SimState out) {
        out.timeS = timeS[layout.index(robot, 1, 0)];
        layout.get(robot, basePosition, out.basePosition);
        layout.get(robot, baseQuaternion, out.baseQuaternion);
        layout.get(robot, baseVelocity, out.baseVelocity);
        layout.get(robot, baseAngularVelocity, out.baseAngularVelocity);
        layout.get(robot, baseAcceleration, out.baseAcceleration);
        layout.get(robot, q, out.q);
        layout.get(robot, dq, out.dq);
        layout.get(robot, ddq, out.ddq);
        layout.get(robot, motorTorque, out.motorTorque);
        layout.get(robot, footPosition, out.footPosition);
        layout.get(robot, footForce, out.footForce);
        out.setTouching((int) touching[layout.index(robot, 1, 0)]);
    }

    /** Copies one robot's state into the batch. */
    void set(final int robot, final SimState from) {
        timeS[layout.index(robot, 1, 0)] = from.timeS;
        layout.put(robot, from.basePosition, basePosition);
        layout.put(robot, from.baseQuaternion, baseQuaternion);
        layout.put(robot, from.baseVelocity, baseVelocity);
        layout.put(robot, from.baseAngularVelocity, baseAngularVelocity);
        layout.put(robot, from.baseAcceleration, baseAcceleration);
        layout.put(robot, from.q, q);
        layout.put(robot, from.dq, dq);
        layout.put(robot, from.ddq, ddq);
        layout.put(robot, from.motorTorque, motorTorque);
        layout.put(robot, from.footPosition, footPosition);
        layout.put(robot, from.footForce, footForce);
        touching[layout.index(robot, 1, 0)] = from.touching;
    }

    /** Sets everything of a robot to 0. */
    void clear(final int robot) {
        for (final double[] part : parts) {
            layout.fill(robot, layout.items(part), 0, part);
        }
    }

    /** Writes a robot as the single engine saves it and returns how many numbers that took. */
    int saveTo(final int robot, final double[] to) {
        int at = 0;
        for (final double[] part : parts) {
            at = layout.get(robot, part, layout.items(part), to, at);
        }
        return at;
    }

    /** Reads what {@link #saveTo} wrote. */
    int restoreFrom(final int robot, final double[] from) {
        int at = 0;
        for (final double[] part : parts) {
            at = layout.put(robot, from, at, layout.items(part), part);
        }
        return at;
    }
}
