package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model compiled by MuJoCo and its working data, in native memory until {@link #close}.
 *
 * <p>Arrays are given as segments of exactly their length, so that a wrong index is an exception and not a crash. Not
 * thread-safe.
 */
@SuppressWarnings("restricted")
final class NativeModel implements AutoCloseable {
    /** MuJoCo's number of the object type body. */
    static final int BODY = 1;
    /** MuJoCo's number of the object type geom. */
    static final int GEOM = 5;

    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final int CONTACT_NUMBERS = 6;
    private static final int ERROR_BYTES = 1000;

    private final Calls calls;
    private final Layout layout;
    private final Arena arena;
    private final MemorySegment model;
    private final MemorySegment data;
    private final MemorySegment wrench;
    private final long countAt;
    private final long timeAt;
    private final long contactsAt;
    private final long contactStride;
    private final long geom1;
    private final long geom2;
    private final long frame;
    private boolean closed;

    /**
     * Compiles a model.
     *
     * @param library the library
     * @param xml the model
     * @throws IOException when the library refuses the model, in one line
     */
    NativeModel(final MujocoLibrary library, final String xml) throws IOException {
        this(library.calls(), library.layout(), compile(library.calls(), xml));
    }

    private NativeModel(final Calls calls, final Layout layout, final MemorySegment model) {
        this.calls = calls;
        this.layout = layout;
        this.model = model;
        this.data = calls.makeData(model);
        this.arena = Arena.ofShared();
        this.wrench = arena.allocate(JAVA_DOUBLE, CONTACT_NUMBERS);
        this.countAt = data.address() + layout.at(Field.DATA_NCON);
        this.timeAt = data.address() + layout.at(Field.DATA_TIME);
        this.contactsAt = data.address() + layout.at(Field.DATA_CONTACT);
        this.contactStride = layout.at(Field.CONTACT_STRIDE);
        this.geom1 = layout.at(Field.CONTACT_GEOM1);
        this.geom2 = layout.at(Field.CONTACT_GEOM2);
        this.frame = layout.at(Field.CONTACT_FRAME);
    }

    /**
     * Compiles a model in a file.
     *
     * @param calls the library's functions
     * @param layout its layout, not yet trusted
     * @param file the model
     * @return the model; nothing has been read through the layout
     * @throws IOException when the library refuses the model, in one line
     */
    static NativeModel read(final Calls calls, final Layout layout, final Path file) throws IOException {
        return new NativeModel(calls, layout, compile(calls, file));
    }

    private static MemorySegment compile(final Calls calls, final String xml) throws IOException {
        final Path file = Files.createTempFile("gaitd-", ".xml");
        try {
            Files.writeString(file, xml);
            return compile(calls, file);
        } finally {
            Files.delete(file);
        }
    }

    private static MemorySegment compile(final Calls calls, final Path file) throws IOException {
        try (Arena local = Arena.ofConfined()) {
            final MemorySegment error = local.allocate(ERROR_BYTES);
            final MemorySegment made = calls.loadXml(local.allocateFrom(file.toString()), error);
            if (made.equals(MemorySegment.NULL)) {
                throw new IOException(
                        "MuJoCo refuses the model: " + error.getString(0).replace('\n', ' '));
            }
            return made;
        }
    }

    /** A count of the model. */
    int size(final Field field) {
        return MEMORY.get(JAVA_INT, address(field));
    }

    /** A number of the model. */
    double number(final Field field) {
        return MEMORY.get(JAVA_DOUBLE, address(field));
    }

    /** An array of doubles of the model or the data. */
    MemorySegment array(final Field field, final long length) {
        return pointer(field).reinterpret(length * JAVA_DOUBLE.byteSize());
    }

    /** An array of floats of the model. */
    MemorySegment floats(final Field field, final long length) {
        return pointer(field).reinterpret(length * JAVA_FLOAT.byteSize());
    }

    private MemorySegment pointer(final Field field) {
        return MEMORY.get(ADDRESS, address(field));
    }

    /** Where a field of the model or the data itself is. */
    long address(final Field field) {
        final MemorySegment base = field.compareTo(Field.DATA_NCON) < 0 ? model : data;
        return base.address() + layout.at(field);
    }

    /** Bytes from a contact to the next. */
    long contactStride() {
        return contactStride;
    }

    /** Index of a named object, -1 when there is none. */
    int id(final int type, final String name) {
        try (Arena local = Arena.ofConfined()) {
            return calls.nameToId(model, type, local.allocateFrom(name));
        }
    }

    double timeS() {
        return MEMORY.get(JAVA_DOUBLE, timeAt);
    }

    void timeS(final double seconds) {
        MEMORY.set(JAVA_DOUBLE, timeAt, seconds);
    }

    /** Contacts of the last step or forward. */
    int contacts() {
        return MEMORY.get(JAVA_INT, countAt);
    }

    private long contact(final int index) {
        return MEMORY.get(ADDRESS, contactsAt).address() + index * contactStride;
    }

    int firstGeom(final int contact) {
        return MEMORY.get(JAVA_INT, contact(contact) + geom1);
    }

    int secondGeom(final int contact) {
        return MEMORY.get(JAVA_INT, contact(contact) + geom2);
    }

    /** A number of a contact. */
    double contactNumber(final int contact, final Field field, final int index) {
        return MEMORY.get(JAVA_DOUBLE, contact(contact) + layout.at(field) + index * JAVA_DOUBLE.byteSize());
    }

    /**
     * Adds the force of a contact on its second geom.
     *
     * @param contact index
     * @param sign 1, or -1 for the force on the first geom
     * @param to world axes, N
     * @param at where in it
     * @return normal force, 0 or more, N
     */
    double addForce(final int contact, final double sign, final double[] to, final int at) {
        calls.contactForce(model, data, contact, wrench);
        final long axes = contact(contact) + frame;
        for (int d = 0; d < 3; d++) {
            final double force = sign * wrench.getAtIndex(JAVA_DOUBLE, d);
            for (int i = 0; i < 3; i++) {
                to[at + i] += force * MEMORY.get(JAVA_DOUBLE, axes + (3 * d + i) * JAVA_DOUBLE.byteSize());
            }
        }
        return wrench.getAtIndex(JAVA_DOUBLE, 0);
    }

    void reset() {
        calls.resetData(model, data);
    }

    void step() {
        calls.step(model, data);
    }

    void forward() {
        calls.forward(model, data);
    }

    /** Makes the orientation a unit quaternion, among others. */
    void kinematics() {
        calls.kinematics(model, data);
    }

    void setConst() {
        calls.setConst(model, data);
    }

    /** Frees the native memory; the arrays given out must not be used any more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            calls.deleteData(data);
            calls.deleteModel(model);
            arena.close();
        }
    }
}
