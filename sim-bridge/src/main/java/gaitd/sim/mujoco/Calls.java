package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of one loaded libmujoco.
 *
 * <p>The handles are constants without an address, so that a call compiles to a plain native call; the address is the
 * first argument. Calls allocate nothing.
 */
@SuppressWarnings("restricted")
final class Calls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle INT_OF_NOTHING = LINKER.downcallHandle(FunctionDescriptor.of(JAVA_INT));
    private static final MethodHandle POINTER_OF_NOTHING = LINKER.downcallHandle(FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle POINTER_OF_POINTER =
            LINKER.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle OF_POINTER = LINKER.downcallHandle(FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle OF_MODEL_AND_DATA =
            LINKER.downcallHandle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
    private static final MethodHandle LOAD =
            LINKER.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle NAME_TO_ID =
            LINKER.downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle CONTACT_FORCE =
            LINKER.downcallHandle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));

    private final MemorySegment version;
    private final MemorySegment versionString;
    private final MemorySegment loadXml;
    private final MemorySegment makeData;
    private final MemorySegment deleteModel;
    private final MemorySegment deleteData;
    private final MemorySegment nameToId;
    private final MemorySegment resetData;
    private final MemorySegment step;
    private final MemorySegment forward;
    private final MemorySegment kinematics;
    private final MemorySegment setConst;
    private final MemorySegment contactForce;

    /**
     * Looks all functions up.
     *
     * @param library the library
     * @throws java.util.NoSuchElementException when one is missing
     */
    Calls(final SymbolLookup library) {
        version = library.findOrThrow("mj_version");
        versionString = library.findOrThrow("mj_versionString");
        loadXml = library.findOrThrow("mj_loadXML");
        makeData = library.findOrThrow("mj_makeData");
        deleteModel = library.findOrThrow("mj_deleteModel");
        deleteData = library.findOrThrow("mj_deleteData");
        nameToId = library.findOrThrow("mj_name2id");
        resetData = library.findOrThrow("mj_resetData");
        step = library.findOrThrow("mj_step");
        forward = library.findOrThrow("mj_forward");
        kinematics = library.findOrThrow("mj_kinematics");
        setConst = library.findOrThrow("mj_setConst");
        contactForce = library.findOrThrow("mj_contactForce");
        Messages.handle(library);
    }

    int version() {
        try {
            return (int) INT_OF_NOTHING.invokeExact(version);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    String versionString() {
        try {
            final MemorySegment text = (MemorySegment) POINTER_OF_NOTHING.invokeExact(versionString);
            return text.reinterpret(64).getString(0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Null when the file is refused; the reason is then in {@code error}. */
    MemorySegment loadXml(final MemorySegment path, final MemorySegment error) {
        try {
            return (MemorySegment) LOAD.invokeExact(loadXml, path, MemorySegment.NULL, error, (int) error.byteSize());
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    MemorySegment makeData(final MemorySegment model) {
        try {
            return (MemorySegment) POINTER_OF_POINTER.invokeExact(makeData, model);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    void deleteModel(final MemorySegment model) {
        free(deleteModel, model);
    }

    void deleteData(final MemorySegment data) {
        free(deleteData, data);
    }

    private static void free(final MemorySegment function, final MemorySegment what) {
        try {
            OF_POINTER.invokeExact(function, what);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Index of an object, -1 when there is none; types are MuJoCo's: body 1, geom 5. */
    int nameToId(final MemorySegment model, final int type, final MemorySegment name) {
        try {
            return (int) NAME_TO_ID.invokeExact(nameToId, model, type, name);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    void resetData(final MemorySegment model, final MemorySegment data) {
        call(resetData, model, data);
    }

    void step(final MemorySegment model, final MemorySegment data) {
        call(step, model, data);
    }

    void forward(final MemorySegment model, final MemorySegment data) {
        call(forward, model, data);
    }

    void kinematics(final MemorySegment model, final MemorySegment data) {
        call(kinematics, model, data);
    }

    /** Also spoils the positions in the data. */
    void setConst(final MemorySegment model, final MemorySegment data) {
        call(setConst, model, data);
    }

    private static void call(final MemorySegment function, final MemorySegment model, final MemorySegment data) {
        try {
            OF_MODEL_AND_DATA.invokeExact(function, model, data);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Force and torque of a contact in its own frame, 6, normal first. */
    void contactForce(final MemorySegment model, final MemorySegment data, final int contact, final MemorySegment out) {
        try {
            CONTACT_FORCE.invokeExact(contactForce, model, data, contact, out);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(final Throwable e) {
        return new IllegalStateException("a native call failed in Java", e);
    }
}
