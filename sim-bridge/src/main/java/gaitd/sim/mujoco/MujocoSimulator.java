package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.hal.A1;
import gaitd.sim.engine.CollisionShape;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import gaitd.sim.terrain.Terrain;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * MuJoCo with the A1 of this project in it.
 *
 * <p>Robot, shapes, ground, motor limits and step are those of the embedded engine; contacts and dry friction are
 * MuJoCo's, which are compliant. Motor damping is added to the joints' own, which MuJoCo's Euler step takes at the end
 * of the step. The same calls give the same bits with the same library on the same machine.
 *
 * <p>Beyond the edge of a height grid there is no ground.
 *
 * <p>Called by one thread. Allocates no Java memory after construction; holds native memory until {@link #close}.
 */
public final class MujocoSimulator implements Simulator {
    /** Default step, s. */
    public static final double DEFAULT_TIME_STEP_S = 0.001;

    /** MuJoCo's clock before each step, by which an automatic reset to 0 is detected. */
    private static final double CLOCK_S = 1;

    private static final int NQ = 19;
    private static final int NV = 18;
    private static final int SAVED = 1 + NQ + NV + NV + 3 + 12 * 4 + 1;

    private final NativeModel scene;
    private final double timeStepS;
    private final RobotModel model;
    private final RobotWriter writer;
    private final ColumnWindow window;
    private final SimState state = new SimState();
    private final MemorySegment qpos;
    private final MemorySegment qvel;
    private final MemorySegment warmStart;
    private final MemorySegment applied;
    private final MemorySegment jointDamping;
    /** Shape index of each geom, -1 for the ground. */
    private final int[] shapeOf;

    private final FootPlaces feet;
    private final double[] position = new double[NQ];
    private final double[] velocity = new double[NV];
    private final double[] before = new double[NV];
    private final double[] force = new double[NV];
    private final double[] damping = new double[NV];
    private final double[] total = new double[3];
    private long restarts;

    /**
     * The A1 with steps of 1 ms and {@link MujocoSettings#ACCURATE}.
     *
     * @param library the library
     * @param model the robot
     * @param terrain the ground
     * @throws IOException when the library refuses the model, in one line
     */
    public MujocoSimulator(final MujocoLibrary library, final RobotModel model, final Terrain terrain)
            throws IOException {
        this(library, model, terrain, DEFAULT_TIME_STEP_S, MujocoSettings.ACCURATE);
    }

    /**
     * An engine.
     *
     * @param library the library
     * @param model the robot
     * @param terrain the ground; columns at least 0.02 m wide
     * @param timeStepS length of a step, above 0 and at most 0.01 s
     * @param settings how contacts are resolved
     * @throws IllegalArgumentException when the step or a column is out of range
     * @throws IOException when the library refuses the model, in one line
     */
    public MujocoSimulator(
            final MujocoLibrary library,
            final RobotModel model,
            final Terrain terrain,
            final double timeStepS,
            final MujocoSettings settings)
            throws IOException {
        if (!(timeStepS > 0 && timeStepS <= 0.01)) {
            throw new IllegalArgumentException("time step is " + timeStepS + " s, must be above 0 and at most 0.01");
        }
        this.timeStepS = timeStepS;
        this.model = model.copy();
        this.feet = new FootPlaces(this.model);
        final int boxes = ColumnWindow.boxes(terrain.columns());
        final String xml = Mjcf.scene(
                RobotModel.a1(),
                terrain,
                timeStepS,
                settings,
                boxes,
                library.layout().hasMidphase());
        this.scene = new NativeModel(library, xml);
        final int geoms = scene.size(Field.MODEL_NGEOM);
        qpos = scene.array(Field.DATA_QPOS, NQ);
        qvel = scene.array(Field.DATA_QVEL, NV);
        warmStart = scene.array(Field.DATA_QACC_WARMSTART, NV);
        applied = scene.array(Field.DATA_QFRC_APPLIED, NV);
        jointDamping = scene.array(Field.MODEL_DOF_DAMPING, NV);
        final List<CollisionShape> shapes = CollisionShape.a1();
        shapeOf = new int[geoms];
        this.writer = new RobotWriter(scene, mapShapes(shapes));
        this.window = boxes == 0 ? null : new ColumnWindow(terrain, scene);
        if (terrain.grid() != null) {
            HeightField.load(terrain.grid(), scene);
        }
        position[3] = 1;
        use(model);
    }

    /** Fills the maps between shapes and geoms. */
    private int[] mapShapes(final List<CollisionShape> shapes) {
        final int[] geom = new int[shapes.size()];
        Arrays.fill(shapeOf, -1);
        for (int i = 0; i < geom.length; i++) {
            geom[i] = scene.id(NativeModel.GEOM, "shape" + i);
            shapeOf[geom[i]] = i;
        }
        return geom;
    }

    @Override
    public void use(final RobotModel other) {
        model.set(other);
        writer.write(model);
        scene.setConst();
        pushState();
        feet.update(position, state.footPosition);
    }

    @Override
    public void reset(final double[] basePositionM, final double[] baseQuaternion, final double[] jointPositionRad) {
        scene.reset();
        System.arraycopy(basePositionM, 0, position, 0, 3);
        System.arraycopy(baseQuaternion, 0, position, 3, 4);
        System.arraycopy(jointPositionRad, 0, position, 7, A1.JOINTS);
        Arrays.fill(velocity, 0);
        state.timeS = 0;
        Arrays.fill(state.baseAcceleration, 0);
        Arrays.fill(state.ddq, 0);
        Arrays.fill(state.motorTorque, 0);
        Arrays.fill(state.footForce, 0);
        state.setTouching(0);
        pushState();
        scene.kinematics();
        pullState();
        feet.update(position, state.footPosition);
    }

    @Override
    public void step(final double[] torqueNm, final double[] dampingNmSRad) {
        loadForces(torqueNm, dampingNmSRad);
        if (window != null) {
            window.follow(position[0], position[1]);
        }
        System.arraycopy(velocity, 0, before, 0, NV);
        scene.timeS(CLOCK_S);
        scene.step();
        if (scene.timeS() != CLOCK_S + timeStepS) {
            restarts++;
        }
        state.timeS += timeStepS;
        pullState();
        readAccelerations();
        readMotors(dampingNmSRad);
        readContacts();
        feet.update(position, state.footPosition);
    }

    private void loadForces(final double[] torqueNm, final double[] dampingNmSRad) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final double speed = state.dq[j];
            final double wanted = torqueNm[j] - dampingNmSRad[j] * speed;
            final double given = RobotModel.limitTorqueNm(wanted, speed);
            final boolean saturated = given != wanted;
            force[6 + j] = saturated ? given : torqueNm[j];
            damping[6 + j] = model.jointDampingNmSRad[j] + (saturated ? 0 : dampingNmSRad[j]);
            state.motorTorque[j] = force[6 + j];
        }
        write(force, applied);
        Arrays.fill(force, 0, 3, 0);
        write(damping, jointDamping);
    }

    /** Takes the damping a motor gave in the step from its torque; a saturated motor gave none beside its limit. */
    private void readMotors(final double[] dampingNmSRad) {
        for (int j = 0; j < A1.JOINTS; j++) {
            if (damping[6 + j] > model.jointDampingNmSRad[j]) {
                state.motorTorque[j] -= dampingNmSRad[j] * state.dq[j];
            }
        }
    }

    private void readAccelerations() {
        for (int i = 0; i < 3; i++) {
            state.baseAcceleration[i] = (velocity[i] - before[i]) / timeStepS;
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            state.ddq[j] = (velocity[6 + j] - before[6 + j]) / timeStepS;
        }
    }

    private void readContacts() {
        Arrays.fill(state.footForce, 0);
        int touching = 0;
        final int contacts = scene.contacts();
        for (int c = 0; c < contacts; c++) {
            final int second = shapeOf[scene.secondGeom(c)];
            final int shape = second >= 0 ? second : shapeOf[scene.firstGeom(c)];
            final double sign = second >= 0 ? 1 : -1;
            final double pressed = shape < A1.LEGS
                    ? scene.addForce(c, sign, state.footForce, 3 * shape)
                    : scene.addForce(c, sign, total, 0);
            if (pressed > 0) {
                touching |= 1 << shape;
            }
        }
        state.setTouching(touching);
    }

    private void pushState() {
        write(position, qpos);
        write(velocity, qvel);
    }

    private void pullState() {
        read(qpos, position);
        read(qvel, velocity);
        System.arraycopy(position, 0, state.basePosition, 0, 3);
        System.arraycopy(position, 3, state.baseQuaternion, 0, 4);
        System.arraycopy(position, 7, state.q, 0, A1.JOINTS);
        System.arraycopy(velocity, 0, state.baseVelocity, 0, 3);
        System.arraycopy(velocity, 3, state.baseAngularVelocity, 0, 3);
        System.arraycopy(velocity, 6, state.dq, 0, A1.JOINTS);
    }

    private static void write(final double[] from, final MemorySegment to) {
        MemorySegment.copy(from, 0, to, JAVA_DOUBLE, 0, from.length);
    }

    private static void read(final MemorySegment from, final double[] to) {
        MemorySegment.copy(from, JAVA_DOUBLE, 0, to, 0, to.length);
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
            velocity[i] += velocityWorldMS[i];
            state.baseVelocity[i] = velocity[i];
        }
        write(velocity, qvel);
    }

    @Override
    public void pull(final double[] forceWorldN) {
        System.arraycopy(forceWorldN, 0, force, 0, 3);
    }

    @Override
    public void spin(final double[] angularVelocityRadS) {
        for (int i = 0; i < 3; i++) {
            velocity[3 + i] += angularVelocityRadS[i];
            state.baseAngularVelocity[i] = velocity[3 + i];
        }
        write(velocity, qvel);
    }

    /**
     * How often MuJoCo reset the robot to the origin because its state was not finite or too large.
     *
     * @return count since construction
     */
    public long restarts() {
        return restarts;
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
     * Writes the whole state, the solver's warm start included.
     *
     * @param to at least {@link #savedLength()} long
     */
    public void saveTo(final double[] to) {
        to[0] = state.timeS;
        int at = save(position, to, 1);
        at = save(velocity, to, at);
        MemorySegment.copy(warmStart, JAVA_DOUBLE, 0, to, at, NV);
        at = save(state.baseAcceleration, to, at + NV);
        at = save(state.ddq, to, at);
        at = save(state.motorTorque, to, at);
        at = save(state.footPosition, to, at);
        at = save(state.footForce, to, at);
        to[at] = state.touching;
    }

    private static int save(final double[] from, final double[] to, final int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    /**
     * Restores a saved state, also one of another engine of the same robot, ground, step, settings and library; the
     * following steps give the same bits.
     *
     * @param from what {@link #saveTo} wrote
     */
    public void restoreFrom(final double[] from) {
        scene.reset();
        state.timeS = from[0];
        int at = restore(from, 1, position);
        at = restore(from, at, velocity);
        MemorySegment.copy(from, at, warmStart, JAVA_DOUBLE, 0, NV);
        at = restore(from, at + NV, state.baseAcceleration);
        at = restore(from, at, state.ddq);
        at = restore(from, at, state.motorTorque);
        at = restore(from, at, state.footPosition);
        at = restore(from, at, state.footForce);
        state.setTouching((int) from[at]);
        pushState();
        pullState();
    }

    private static int restore(final double[] from, final int at, final double[] to) {
        System.arraycopy(from, at, to, 0, to.length);
        return at + to.length;
    }

    /** Frees the native memory; the engine must not be used any more. */
    @Override
    public void close() {
        scene.close();
    }
}
