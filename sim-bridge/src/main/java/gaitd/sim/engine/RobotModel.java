package gaitd.sim.engine;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Masses, geometry, losses and limits of the simulated A1.
 *
 * <p>Thirteen links: the trunk (index 0) and for each leg FR FL RR RL hip, thigh and calf with foot (index 1 + 3 leg +
 * joint). Link frames sit at their joints and are parallel to the trunk at zero angles. Numbers are those of the public
 * MuJoCo description of the A1 (trunk 4.713 kg, 12.453 kg in all), given here for one leg and mirrored.
 *
 * <p>The arrays are live, so that a robot can be drawn for each episode without garbage; every engine keeps a copy of
 * its own (see {@link Simulator#use}). Only the owner of a model writes to it. Not thread-safe while written to.
 */
public final class RobotModel {
    /** Number of links. */
    public static final int LINKS = 13;
    /** Speed above which a motor's torque toward higher speed falls, linearly to 0 at {@link A1#SPEED_MAX_RAD_S}. */
    public static final double SPEED_KNEE_RAD_S = A1.SPEED_MAX_RAD_S * 2 / 3;

    private static final double[] POSITION_MIN_RAD = {-0.802851, -1.047198, -2.696534};
    private static final double[] POSITION_MAX_RAD = {0.802851, 4.188790, -0.916298};
    private static final double HIP_X_M = 0.183;
    private static final double HIP_Y_M = 0.047;
    private static final double THIGH_Y_M = 0.08505;
    private static final double CALF_Z_M = -0.2;

    private static final double ARMATURE_KG_M2 = 0.01;
    private static final double DAMPING_NM_S_RAD = 0.01;
    private static final double DRY_FRICTION_NM = 0.2;
    private static final double GROUND_FRICTION = 0.8;

    /** Masses of the links, 13, kg. */
    public final double[] massKg = new double[LINKS];
    /** Centres of mass in link frames, 13 x 3, m. */
    public final double[] comM = new double[3 * LINKS];
    /** Inertias about the centres of mass, link axes, xx yy zz xy xz yz, 13 x 6, kg m^2. */
    public final double[] inertiaKgM2 = new double[6 * LINKS];
    /** Positions of the joints in the frames of their parents, 13 x 3, m. */
    public final double[] offsetM = new double[3 * LINKS];
    /** Inertia of each rotor as felt at the joint, 12, kg m^2. */
    public final double[] armatureKgM2 = new double[A1.JOINTS];
    /** Viscous damping of each joint, 12, N m s/rad. */
    public final double[] jointDampingNmSRad = new double[A1.JOINTS];
    /** Dry friction of each joint, 12, N m. */
    public final double[] dryFrictionNm = new double[A1.JOINTS];
    /** Friction coefficient of everything that touches the ground. */
    public double frictionCoefficient = GROUND_FRICTION;

    private RobotModel() {
        Arrays.fill(armatureKgM2, ARMATURE_KG_M2);
        Arrays.fill(jointDampingNmSRad, DAMPING_NM_S_RAD);
        Arrays.fill(dryFrictionNm, DRY_FRICTION_NM);
    }

    /**
     * A copy of this robot.
     *
     * @return a copy that shares nothing
     */
    public RobotModel copy() {
        final RobotModel made = new RobotModel();
        made.set(this);
        return made;
    }

    /**
     * Copies every number of another robot. Allocates nothing.
     *
     * @param other read only
     */
    public void set(final RobotModel other) {
        copy(other.massKg, massKg);
        copy(other.comM, comM);
        copy(other.inertiaKgM2, inertiaKgM2);
        copy(other.offsetM, offsetM);
        copy(other.armatureKgM2, armatureKgM2);
        copy(other.jointDampingNmSRad, jointDampingNmSRad);
        copy(other.dryFrictionNm, dryFrictionNm);
        frictionCoefficient = other.frictionCoefficient;
    }

    private static void copy(final double[] from, final double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /**
     * The A1 with armature 0.01 kg m^2, joint damping 0.01 N m s/rad, dry friction 0.2 N m and ground friction 0.8.
     *
     * @return the model
     */
    public static RobotModel a1() {
        final double[] mass = new double[LINKS];
        final double[] com = new double[3 * LINKS];
        final double[] inertia = new double[6 * LINKS];
        final double[] offset = new double[3 * LINKS];
        mass[0] = 4.713;
        put(com, 0, 0, 0.0041, -0.0005);
        put(inertia, 0, 0.0158533, 0.0377999, 0.0456542, -3.66e-05, -6.11e-05, -2.75e-05);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double f = A1.frontSign(leg);
            final double s = A1.sideSign(leg);
            final int hip = 1 + 3 * leg;
            mass[hip] = 0.696;
            put(offset, 3 * hip, f * HIP_X_M, s * HIP_Y_M, 0);
            put(com, 3 * hip, f * -0.003311, s * 0.000635, 3.1e-05);
            put(inertia, 6 * hip, 0.00046924603925496125, 0.0008074896437284403, 0.0005529293170165985);
            put(inertia, 6 * hip + 3, s * f * -9.40915958803851e-06, f * -3.420672663343299e-07);
            inertia[6 * hip + 5] = s * -4.66048854859278e-07;
            final int thigh = hip + 1;
            mass[thigh] = 1.013;
            put(offset, 3 * thigh, 0, s * THIGH_Y_M, 0);
            put(com, 3 * thigh, -0.003237, s * -0.022327, -0.027326);
            put(inertia, 6 * thigh, 0.005529060040858995, 0.005139338543778795, 0.001367791415362211);
            put(inertia, 6 * thigh + 3, s * 4.82497602250813e-06, 0.0003438684668107929, s * 2.2447390122089957e-05);
            final int calf = hip + 2;
            mass[calf] = 0.226;
            put(offset, 3 * calf, 0, 0, CALF_Z_M);
            put(com, 3 * calf, 0.00472659, 0, -0.131975);
            put(inertia, 6 * calf, 0.0033855625101010113, 0.00340344, 4.385088989898843e-05);
            put(inertia, 6 * calf + 3, 0, -0.00016742685899992981, 0);
        }
        return ofLinks(mass, com, inertia, offset);
    }

    /**
     * A robot of the same tree with other links and the A1's losses.
     *
     * @param massKg masses, 13, kg
     * @param comM centres of mass in link frames, 13 x 3, m
     * @param inertiaKgM2 inertias about the centres of mass, link axes, xx yy zz xy xz yz, 13 x 6, kg m^2
     * @param offsetM positions of the joints in the frames of their parents, 13 x 3, m
     * @return a new model
     * @throws IllegalArgumentException when an array has another length
     */
    public static RobotModel ofLinks(
            final double[] massKg, final double[] comM, final double[] inertiaKgM2, final double[] offsetM) {
        if (massKg.length != LINKS
                || comM.length != 3 * LINKS
                || inertiaKgM2.length != 6 * LINKS
                || offsetM.length != 3 * LINKS) {
            throw new IllegalArgumentException("link arrays must have 13, 39, 78 and 39 numbers, not " + massKg.length
                    + ", " + comM.length + ", " + inertiaKgM2.length + " and " + offsetM.length);
        }
        final RobotModel made = new RobotModel();
        copy(massKg, made.massKg);
        copy(comM, made.comM);
        copy(inertiaKgM2, made.inertiaKgM2);
        copy(offsetM, made.offsetM);
        return made;
    }

    private static void put(final double[] to, final int at, final double... values) {
        System.arraycopy(values, 0, to, at, values.length);
    }

    /**
     * The same robot with a rigid load on its trunk.
     *
     * @param addedMassKg mass of the load, more than 0, kg
     * @param addedComM its centre of mass in the trunk frame, 3, m
     * @param addedInertiaKgM2 its inertia about its centre of mass, trunk axes, xx yy zz xy xz yz, 6, kg m^2
     * @return a new model
     * @throws IllegalArgumentException when the mass is not a positive number
     */
    public RobotModel withPayload(final double addedMassKg, final double[] addedComM, final double[] addedInertiaKgM2) {
        if (!(addedMassKg > 0) || Double.isInfinite(addedMassKg)) {
            throw new IllegalArgumentException("payload mass is " + addedMassKg + " kg, must be above 0");
        }
        final RobotModel made = copy();
        made.load(addedMassKg, addedComM[0], addedComM[1], addedComM[2]);
        for (int i = 0; i < 6; i++) {
            made.inertiaKgM2[i] += addedInertiaKgM2[i];
        }
        return made;
    }

    /**
     * Fixes a point mass to the trunk of this robot. Allocates nothing.
     *
     * @param kg 0 or more, kg
     * @param x place in the trunk frame, m
     * @param y place in the trunk frame, m
     * @param z place in the trunk frame, m
     */
    public void load(final double kg, final double x, final double y, final double z) {
        if (kg == 0) {
            return;
        }
        final double total = massKg[0] + kg;
        final double reduced = massKg[0] * kg / total;
        final double dx = x - comM[0];
        final double dy = y - comM[1];
        final double dz = z - comM[2];
        inertiaKgM2[0] += reduced * (dy * dy + dz * dz);
        inertiaKgM2[1] += reduced * (dx * dx + dz * dz);
        inertiaKgM2[2] += reduced * (dx * dx + dy * dy);
        inertiaKgM2[3] -= reduced * dx * dy;
        inertiaKgM2[4] -= reduced * dx * dz;
        inertiaKgM2[5] -= reduced * dy * dz;
        comM[0] += kg / total * dx;
        comM[1] += kg / total * dy;
        comM[2] += kg / total * dz;
        massKg[0] = total;
    }

    /**
     * The same robot with other losses in the joints.
     *
     * @param dampingNmSRad viscous damping of every joint, 0 or more, N m s/rad
     * @param dryNm dry friction of every joint, 0 or more, N m
     * @return a new model
     * @throws IllegalArgumentException when a loss is negative or not a number
     */
    public RobotModel withJointLosses(final double dampingNmSRad, final double dryNm) {
        if (!(dampingNmSRad >= 0 && dryNm >= 0)) {
            throw new IllegalArgumentException(
                    "joint damping " + dampingNmSRad + " and dry friction " + dryNm + " must be 0 or more");
        }
        final RobotModel made = copy();
        Arrays.fill(made.jointDampingNmSRad, dampingNmSRad);
        Arrays.fill(made.dryFrictionNm, dryNm);
        return made;
    }

    /**
     * The same robot with another friction coefficient.
     *
     * @param coefficient friction coefficient of feet and body on the ground, 0 or more
     * @return a new model
     * @throws IllegalArgumentException when it is negative or not a number
     */
    public RobotModel withFriction(final double coefficient) {
        if (!(coefficient >= 0)) {
            throw new IllegalArgumentException("friction coefficient is " + coefficient + ", must be 0 or more");
        }
        final RobotModel made = copy();
        made.frictionCoefficient = coefficient;
        return made;
    }

    /**
     * Mass of all links.
     *
     * @return kg
     */
    public double totalMassKg() {
        double sum = 0;
        for (final double m : massKg) {
            sum += m;
        }
        return sum;
    }

    /**
     * Lower position limit of a joint, where its stop is.
     *
     * @param joint joint index, 0 to 11
     * @return rad
     */
    public static double positionMinRad(final int joint) {
        return POSITION_MIN_RAD[joint % A1.JOINTS_PER_LEG];
    }

    /**
     * Upper position limit of a joint, where its stop is.
     *
     * @param joint joint index, 0 to 11
     * @return rad
     */
    public static double positionMaxRad(final int joint) {
        return POSITION_MAX_RAD[joint % A1.JOINTS_PER_LEG];
    }

    /**
     * Limits a motor's torque by its torque-speed curve: at most 33.5 N m, and falling beyond {@link #SPEED_KNEE_RAD_S}
     * for torque toward higher speed. Braking is not reduced. Called by the engine for each joint in each step.
     *
     * @param torqueNm torque asked for, N m
     * @param speedRadS joint speed, rad/s
     * @return torque given, N m
     */
    public static double limitTorqueNm(final double torqueNm, final double speedRadS) {
        final double fade = (A1.SPEED_MAX_RAD_S - Math.abs(speedRadS)) / (A1.SPEED_MAX_RAD_S - SPEED_KNEE_RAD_S);
        final double driving = A1.TORQUE_MAX_NM * Math.min(1, Math.max(0, fade));
        final double up = speedRadS > 0 ? driving : A1.TORQUE_MAX_NM;
        final double down = speedRadS < 0 ? driving : A1.TORQUE_MAX_NM;
        return Math.max(-down, Math.min(up, torqueNm));
    }
}
