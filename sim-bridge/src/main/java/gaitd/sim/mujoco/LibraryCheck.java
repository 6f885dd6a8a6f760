package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Checks that a library has its fields at the offsets of its layout.
 *
 * <p>A small model with numbers that occur once is compiled, and every field used must hold its own; then it is
 * stepped, and time, positions, speeds, contact and forces must be those of its mechanics. No pointer is followed
 * before it is known to lead to readable memory.
 */
final class LibraryCheck {
    private static final String PROBE = "probe.xml";
    private static final String HEIGHTS = "probe.png";
    private static final double CLOSE = 1e-7;
    private static final double STEP_S = 0.00375;
    private static final double[] START = {0.5, 0.25, 0.1565, 1, 0, 0, 0, 0.35};
    private static final float[] HEIGHT = {0, 0.2f, 0.6f, 1};
    private static final int NV = 7;
    private static final int GEOMS = 5;
    private static final int FLOOR = 1;
    private static final int BALL = 2;
    /** Pointers are followed only when this much behind them can be read. */
    private static final long ROOM = 8 * 6;

    private LibraryCheck() {}

    /**
     * Checks a library.
     *
     * @param calls its functions
     * @param layout where its fields should be
     * @throws IOException when a field is elsewhere; the message names it, in one line
     */
    static void run(final Calls calls, final Layout layout) throws IOException {
        final Path folder = Files.createTempDirectory("gaitd-probe-");
        final Path xml = folder.resolve(PROBE);
        final Path heights = folder.resolve(HEIGHTS);
        try {
            copy(PROBE, xml);
            copy(HEIGHTS, heights);
            try (NativeModel probe = NativeModel.read(calls, layout, xml)) {
                readable(probe);
                model(probe);
                mechanics(probe);
                contacts(probe);
            }
        } finally {
            Files.deleteIfExists(xml);
            Files.deleteIfExists(heights);
            Files.delete(folder);
        }
    }

    private static void copy(final String resource, final Path to) throws IOException {
        try (InputStream in = LibraryCheck.class.getResourceAsStream(resource)) {
            Files.copy(in, to);
        }
    }

    private static void readable(final NativeModel probe) throws IOException {
        final ReadableMemory memory = new ReadableMemory();
        for (final Field field : Field.values()) {
            if (field.compareTo(Field.CONTACT_DIST) < 0) {
                final long place = probe.address(field);
                require(memory.holds(place, JAVA_DOUBLE.byteSize()), field);
                require(!field.isPointer() || memory.holds(probe.array(field, 0).address(), ROOM), field);
            }
        }
    }

    private static void model(final NativeModel probe) throws IOException {
        require(probe.size(Field.MODEL_NQ) == START.length, Field.MODEL_NQ);
        require(probe.size(Field.MODEL_NV) == NV, Field.MODEL_NV);
        require(probe.size(Field.MODEL_NBODY) == 4, Field.MODEL_NBODY);
        require(probe.size(Field.MODEL_NGEOM) == GEOMS, Field.MODEL_NGEOM);
        require(probe.number(Field.MODEL_TIMESTEP) == STEP_S, Field.MODEL_TIMESTEP);
        holds(probe, Field.MODEL_QPOS0, 0, START);
        holds(probe, Field.MODEL_BODY_POS, 3, 0.5, 0.25, 0.1565, 0.1, 0.2, 0.3);
        holds(probe, Field.MODEL_BODY_IPOS, 3, 0.015, 0.016, 0.017, 0.018, 0.019, 0.021);
        holds(probe, Field.MODEL_BODY_IQUAT, 4, 0.8, 0, 0.6, 0, 0.6, 0.8, 0, 0);
        holds(probe, Field.MODEL_BODY_MASS, 0, 0, 1.5, 2.5);
        holds(probe, Field.MODEL_BODY_INERTIA, 3, 0.04, 0.03, 0.02, 0.07, 0.06, 0.05);
        holds(probe, Field.MODEL_DOF_ARMATURE, 0, 0, 0, 0, 0, 0, 0, 0.0125);
        holds(probe, Field.MODEL_DOF_DAMPING, 0, 0, 0, 0, 0, 0, 0, 0.0135);
        holds(probe, Field.MODEL_DOF_FRICTIONLOSS, 0, 0, 0, 0, 0, 0, 0, 0.0145);
        holds(probe, Field.MODEL_GEOM_SIZE, 6, 0.125);
        holds(probe, Field.MODEL_GEOM_SIZE, 12, 0.11, 0.22, 0.33);
        holds(probe, Field.MODEL_GEOM_RBOUND, 2, 0.125, 0.026, StrictMath.hypot(StrictMath.hypot(0.11, 0.22), 0.33));
        holds(probe, Field.MODEL_GEOM_POS, 3, 0.013, 0.014, 0.0625, 0.01, 0.02, 0.03, 0.3, 0.31, -0.07);
        holds(probe, Field.MODEL_GEOM_FRICTION, 3, 0.12, 0.013, 0.0014, 0.7, 0.02, 0.003, 0.8, 0.03, 0.004);
        final MemorySegment heights = probe.floats(Field.MODEL_HFIELD_DATA, 12);
        for (int i = 0; i < 12; i++) {
            near(heights.getAtIndex(JAVA_FLOAT, i), HEIGHT[i % 4], Field.MODEL_HFIELD_DATA);
        }
    }

    private static void mechanics(final NativeModel probe) throws IOException {
        final MemorySegment qpos = probe.array(Field.DATA_QPOS, START.length);
        final MemorySegment qvel = probe.array(Field.DATA_QVEL, NV);
        final MemorySegment qacc = probe.array(Field.DATA_QACC, NV);
        holds(probe, Field.DATA_QPOS, 0, START);
        holds(probe, Field.DATA_QVEL, 0, new double[NV]);
        holds(probe, Field.DATA_QFRC_APPLIED, 0, new double[NV]);
        qvel.setAtIndex(JAVA_DOUBLE, 0, 0.37);
        probe.forward();
        final double free = qacc.getAtIndex(JAVA_DOUBLE, 2);
        final MemorySegment applied = probe.array(Field.DATA_QFRC_APPLIED, NV);
        applied.setAtIndex(JAVA_DOUBLE, 2, 1000);
        probe.forward();
        require(qacc.getAtIndex(JAVA_DOUBLE, 2) > free + 100, Field.DATA_QFRC_APPLIED);
        applied.setAtIndex(JAVA_DOUBLE, 2, 0);
        probe.step();
        require(probe.timeS() == STEP_S, Field.DATA_TIME);
        final double[] acceleration = qacc.toArray(JAVA_DOUBLE);
        require(Arrays.stream(acceleration).allMatch(a -> a != 0), Field.DATA_QACC);
        holds(probe, Field.DATA_QACC_WARMSTART, 0, acceleration);
        require(Math.abs(qvel.getAtIndex(JAVA_DOUBLE, 0) - 0.37) < 0.2, Field.DATA_QVEL);
        for (int i = 0; i < 3; i++) {
            final double moved = START[i] + STEP_S * qvel.getAtIndex(JAVA_DOUBLE, i);
            require(Math.abs(qpos.getAtIndex(JAVA_DOUBLE, i) - moved) < CLOSE, Field.DATA_QPOS);
        }
    }

    /** Both spheres of the model must press on the floor with their weight. */
    private static void contacts(final NativeModel probe) throws IOException {
        require(probe.contacts() == 2, Field.DATA_NCON);
        final MemorySegment list = probe.array(Field.DATA_CONTACT, 0);
        require(probe.contactStride() > 0, Field.CONTACT_STRIDE);
        require(new ReadableMemory().holds(list.address(), 2 * probe.contactStride()), Field.DATA_CONTACT);
        for (int c = 0; c < 2; c++) {
            final boolean last = c == 1;
            final double dist = probe.contactNumber(c, Field.CONTACT_DIST, 0);
            require(dist < 0, last ? Field.CONTACT_STRIDE : Field.CONTACT_DIST);
            require(probe.firstGeom(c) == FLOOR, Field.CONTACT_GEOM1);
            final boolean ball = probe.secondGeom(c) == BALL;
            require(ball || probe.secondGeom(c) == BALL + 1, Field.CONTACT_GEOM2);
            near(dist, ball ? -0.001 : -0.002, Field.CONTACT_DIST);
            near(probe.contactNumber(c, Field.CONTACT_FRAME, 0), 0, Field.CONTACT_FRAME);
            near(probe.contactNumber(c, Field.CONTACT_FRAME, 2), 1, Field.CONTACT_FRAME);
            near(probe.contactNumber(c, Field.CONTACT_FRICTION, 0), ball ? 0.7 : 0.8, Field.CONTACT_FRICTION);
            near(probe.contactNumber(c, Field.CONTACT_FRICTION, 1), ball ? 0.7 : 0.8, Field.CONTACT_FRICTION);
            final double[] force = new double[3];
            final double normal = probe.addForce(c, 1, force, 0);
            require(normal > 0, Field.CONTACT_FRAME);
            near(force[2], normal, Field.CONTACT_FRAME);
        }
        require(probe.secondGeom(0) != probe.secondGeom(1), Field.CONTACT_STRIDE);
    }

    private static void holds(final NativeModel probe, final Field field, final int at, final double... values)
            throws IOException {
        final MemorySegment array = probe.array(field, (long) at + values.length);
        for (int i = 0; i < values.length; i++) {
            near(array.getAtIndex(JAVA_DOUBLE, at + i), values[i], field);
        }
    }

    private static void near(final double value, final double expected, final Field field) throws IOException {
        require(Math.abs(value - expected) < CLOSE, field);
    }

    private static void require(final boolean fits, final Field field) throws IOException {
        if (!fits) {
            throw new IOException("field " + field.key() + " is not where the headers of that version put it");
        }
    }
}
