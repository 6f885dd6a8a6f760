package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;

/**
 * The engine written for this robot: a fixed tree of thirteen links, rigid ground, joint stops and dry friction.
 *
 * <p>A step is semi-implicit Euler: velocities first, with all damping taken at the end of the step, then positions
 * from the new velocities; free fall of duration t is therefore g t dt / 2 deeper than g t^2 / 2. Motor torques are
 * limited by {@link RobotModel#limitTorqueNm}, damping included at the speed before the step. Sines are computed by
 * {@link gaitd.maths.Trig} and nothing depends on the machine, so the same calls give the same bits everywhere.
 *
 * <p>Called by one thread. Allocates nothing after construction.
 */
public final class EmbeddedSimulator implements Simulator {
    /** Default step, s. */
    public static final double DEFAULT_TIME_STEP_S = 0.001;

    /** No place on the robot is farther from the trunk origin or a joint that moves it, m. */
    static final double LONGEST_M = 0.5;

    private static final int SAVED = 1 + 3 + 4 + 3 + 3 + 3 + 12 * 4 + 12 * 2 + 1 + ConstraintSolver.IMPULSES;

    private final RobotModel model;
    private final double timeStepS;
    private final SimState state = new SimState();
    private final ArticulatedBody body;
    private final MassFactor factor = new MassFactor();
    private final Contacts contacts;
    private final ConstraintSolver constraints;
    private final double[] velocity = new double[18];
    private final double[] change = new double[18];
    private final double[] pullN = new double[3];
    private boolean pulled;
    private final double[] damping = new double[A1.JOINTS];
    private int sweeps;

    /**
     * An engine with the usual step of 1 ms.
     *
     * @param model the robot
     * @param terrain the ground
     */
    public EmbeddedSimulator(final RobotModel model, final Terrain terrain) {
        this(model, terrain, DEFAULT_TIME_STEP_S);
    }

    /**
     * An engine.
     *
     * @param model the robot
     * @param terrain the ground
     * @param timeStepS length of a step, above 0 and at most 0.01 s
     * @throws IllegalArgumentException when the step is out of range
     */
    public EmbeddedSimulator(final RobotModel model, final Terrain terrain, final double timeStepS) {
        if (!(timeStepS > 0 && timeStepS <= 0.01)) {
            throw new IllegalArgumentException("time step is " + timeStepS + " s, must be above 0 and at most 0.01");
        }
        this.model = model.copy();
        this.timeStepS = timeStepS;
        this.body = new ArticulatedBody(this.model);
        this.contacts = new Contacts(terrain);
        this.constraints = new ConstraintSolver(this.model, timeStepS);
        refresh();
    }

    @Override
    public void use(final RobotModel other) {
        model.set(other);
        refresh();
    }

    @Override
    public void reset(final double[] basePositionM, final double[] baseQuaternion, final double[] jointPositionRad) {
        System.arraycopy(basePositionM, 0, state.basePosition, 0, 3);
        System.arraycopy(baseQuaternion, 0, state.baseQuaternion, 0, 4);
        Attitude.normalise(state.baseQuaternion);
        System.arraycopy(jointPositionRad, 0, state.q, 0, A1.JOINTS);
        state.timeS = 0;
        Arrays.fill(state.baseVelocity, 0);
        Arrays.fill(state.baseAngularVelocity, 0);
        Arrays.fill(state.baseAcceleration, 0);
        Arrays.fill(state.dq, 0);
        Arrays.fill(state.ddq, 0);
        Arrays.fill(state.motorTorque, 0);
        Arrays.fill(state.footForce, 0);
        state.setTouching(0);
        constraints.clear();
        refresh();
    }

    @Override
    public void step(final double[] torqueNm, final double[] dampingNmSRad) {
        contacts.find(body.pose, state.basePosition, timeStepS * fastest());
        loadForces(torqueNm, dampingNmSRad);
        factor.factor(body.mass, damping);
        loadVelocity();
        sweeps = constraints.solve(body.pose, factor, contacts, velocity, state.q, change);
        integrate();
        readMotors(dampingNmSRad);
        readContacts();
        refresh();
    }

    /** More than any place on the robot can approach the ground at, m/s. */
    private double fastest() {
        final double[] v = state.baseVelocity;
        final double[] w = state.baseAngularVelocity;
        double swing = 0;
        for (int j = 0; j < A1.JOINTS; j += 3) {
            swing = Math.max(swing, Math.abs(state.dq[j]) + Math.abs(state.dq[j + 1]) + Math.abs(state.dq[j + 2]));
        }
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])
                + LONGEST_M * (swing + Math.sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2]))
                + ContactRows.SURPRISE_M_S;
    }

    /** Impulses of motors, losses, gravity and inertia over the step; the damping to add to the inertia. */
    private void loadForces(final double[] torqueNm, final double[] dampingNmSRad) {
        for (int i = 0; i < 6; i++) {
            change[i] = -timeStepS * body.bias()[i];
        }
        if (pulled) {
            pulled = false;
            final double[] r = body.pose.rotation;
            for (int i = 0; i < 3; i++) {
                change[i] += timeStepS * (r[i] * pullN[0] + r[3 + i] * pullN[1] + r[6 + i] * pullN[2]);
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final double speed = state.dq[j];
            final double wanted = torqueNm[j] - dampingNmSRad[j] * speed;
            final double given = RobotModel.limitTorqueNm(wanted, speed);
            final boolean saturated = given != wanted;
            final double d = model.jointDampingNmSRad[j];
            change[6 + j] = timeStepS * (given - d * speed - body.bias()[6 + j]);
            damping[j] = timeStepS * (saturated ? d : d + dampingNmSRad[j]);
            state.motorTorque[j] = saturated ? given : torqueNm[j];
        }
    }

    private void loadVelocity() {
        final double[] r = body.pose.rotation;
        final double[] v = state.baseVelocity;
        for (int i = 0; i < 3; i++) {
            velocity[i] = r[i] * v[0] + r[3 + i] * v[1] + r[6 + i] * v[2];
            velocity[3 + i] = state.baseAngularVelocity[i];
        }
        System.arraycopy(state.dq, 0, velocity, 6, A1.JOINTS);
    }

    private void integrate() {
        final double[] r = body.pose.rotation;
        for (int i = 0; i < 3; i++) {
            final double dv = r[3 * i] * change[0] + r[3 * i + 1] * change[1] + r[3 * i + 2] * change[2];
            state.baseAcceleration[i] = dv / timeStepS;
            state.baseVelocity[i] += dv;
            state.basePosition[i] += timeStepS * state.baseVelocity[i];
            state.baseAngularVelocity[i] += change[3 + i];
        }
        Attitude.turn(state.baseQuaternion, state.baseAngularVelocity, timeStepS);
        for (int j = 0; j < A1.JOINTS; j++) {
            state.ddq[j] = change[6 + j] / timeStepS;
            state.dq[j] += change[6 + j];
            state.q[j] += timeStepS * state.dq[j];
        }
        state.timeS += timeStepS;
    }

    /** Takes the damping a motor gave in the step from its torque; a saturated motor gave none beside its limit. */
    private void readMotors(final double[] dampingNmSRad) {
        for (int j = 0; j < A1.JOINTS; j++) {
            if (damping[j] > timeStepS * model.jointDampingNmSRad[j]) {
                state.motorTorque[j] -= dampingNmSRad[j] * state.dq[j];
            }
        }
    }

    private void readContacts() {
        Arrays.fill(state.footForce, 0);
        int touching = 0;
        for (int c = 0; c < contacts.count; c++) {
            final int s = contacts.slot[c];
            if (constraints.force(s, 0) > 0) {
                touching |= 1 << contacts.shape[c];
            }
            if (s < Contacts.FOOT_SLOTS) {
                final int foot = 3 * Contacts.leg(s);
                for (int d = 0; d < 3; d++) {
                    final double force = constraints.force(s, d);
                    for (int i = 0; i < 3; i++) {
                        state.footForce[foot + i] += force * contacts.frame[9 * c + 3 * d + i];
                    }
                }
            }
        }
        state.setTouching(touching);
    }

    private void refresh() {
        body.update(state.baseQuaternion, state.baseAngularVelocity, state.q, state.dq);
        final double[] r = body.pose.rotation;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int f = 3 * leg;
            for (int i = 0; i < 3; i++) {
                state.footPosition[f + i] = state.basePosition[i]
                        + r[3 * i] * body.pose.foot[f]
                        + r[3 * i + 1] * body.pose.foot[f + 1]
                        + r[3 * i + 2] * body.pose.foot[f + 2];
            }
        }
    }

    @Override
    public double timeStepS() {
        return timeStepS;
    }

    @Override
    public SimState state() {
        return state;
    }

    @Override
    public void kick(final double[] velocityWorldMS) {
        for (int i = 0; i < 3; i++) {
            state.baseVelocity[i] += velocityWorldMS[i];
        }
    }

    @Override
    public void pull(final double[] forceWorldN) {
        System.arraycopy(forceWorldN, 0, pullN, 0, 3);
        pulled = true;
    }

    @Override
    public void spin(final double[] angularVelocityRadS) {
        for (int i = 0; i < 3; i++) {
            state.baseAngularVelocity[i] += angularVelocityRadS[i];
        }
    }

    /**
     * How many sweeps the constraints of the last step took.
     *
     * @return 1 to 100, or 0 before the first step
     */
    public int sweeps() {
        return sweeps;
    }

    /**
     * Room that {@link #saveTo} needs.
     *
     * @return number of doubles
     */
    public static int savedLength() {
        return SAVED;
    }

    /**
     * Writes the whole state, hidden impulses included.
     *
     * @param to at least {@link #savedLength()} long
     */
    public void saveTo(final double[] to) {
        to[0] = state.timeS;
        int at = 1;
        at = save(state.basePosition, to, at);
        at = save(state.baseQuaternion, to, at);
        at = save(state.baseVelocity, to, at);
        at = save(state.baseAngularVelocity, to, at);
        at = save(state.baseAcceleration, to, at);
        at = save(state.q, to, at);
        at = save(state.dq, to, at);
        at = save(state.ddq, to, at);
        at = save(state.motorTorque, to, at);
        at = save(state.footPosition, to, at);
        at = save(state.footForce, to, at);
        to[at] = state.touching;
        save(constraints.impulse, to, at + 1);
    }

    private static int save(final double[] from, final double[] to, final int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    /**
     * Restores a saved state, also one of another engine of the same robot, ground and step; the following steps give
     * the same bits.
     *
     * @param from what {@link #saveTo} wrote
     */
    public void restoreFrom(final double[] from) {
        state.timeS = from[0];
        int at = 1;
        at = restore(from, at, state.basePosition);
        at = restore(from, at, state.baseQuaternion);
        at = restore(from, at, state.baseVelocity);
        at = restore(from, at, state.baseAngularVelocity);
        at = restore(from, at, state.baseAcceleration);
        at = restore(from, at, state.q);
        at = restore(from, at, state.dq);
        at = restore(from, at, state.ddq);
        at = restore(from, at, state.motorTorque);
        at = restore(from, at, state.footPosition);
        at = restore(from, at, state.footForce);
        state.setTouching((int) from[at]);
        restore(from, at + 1, constraints.impulse);
        constraints.restored();
        refresh();
    }

    private static int restore(final double[] from, final int at, final double[] to) {
        System.arraycopy(from, at, to, 0, to.length);
        return at + to.length;
    }
}
