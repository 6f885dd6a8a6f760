package gaitd.policies.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, seen from its bytes. */
public enum FileKind {
    /** Protobuf of an ONNX model. */
    ONNX("an ONNX model"),
    /** Tensors of safetensors. */
    SAFETENSORS("a safetensors file"),
    /** Zip of PyTorch: TorchScript or a checkpoint. */
    TORCH("a PyTorch file"),
    /** Zip of NumPy arrays. */
    NPZ("an .npz file of NumPy"),
    /** HDF5, as Keras writes it. */
    HDF5("an HDF5 file"),
    /** Zip of this project. */
    BUNDLE("a bundle of this program, which needs no import"),
    /** Any other zip. */
    ZIP("a zip file without PyTorch's or NumPy's entries"),
    /** A bare pickle: PyTorch before 1.6, or another program's. */
    PICKLE("a bare pickle, perhaps of PyTorch before 1.6: save it again with a newer one, or as safetensors"),
    /** One NumPy array. */
    NPY("one array of NumPy, .npy: save all arrays in one .npz"),
    /** TensorFlow Lite. */
    TFLITE("a TensorFlow Lite model: export it as ONNX"),
    /** Compressed with gzip. */
    GZIP("compressed with gzip: unpack it first"),
    /** A program. */
    ELF("a program or library, such as a TensorRT engine's"),
    /** A text. */
    TEXT("a text file"),
    /** Nothing at all. */
    EMPTY("empty"),
    /** Nothing of these. */
    UNKNOWN("of no kind that is known here");

    private static final int ONNX_START = 8;
    private static final int ZIP_NAMES_BYTES = 1 << 16;
    private static final int FLATBUFFER_NAME = 4;
    /** The upper half of the length of the header, which is never so long. */
    private static final int LENGTH_END = 4;

    private static final int TEXT_BYTES = 512;

    /** The kind in words, to stand behind "is". */
    public final String words;

    FileKind(final String words) {
        this.words = words;
    }

    /**
     * The kind of a file.
     *
     * @param file its bytes
     * @return what it looks like; not whether it is whole
     */
    public static FileKind of(final byte[] file) {
        if (file.length == 0) {
            return EMPTY;
        }
        if (starts(file, 0, 'P', 'K', 3, 4)) {
            return zip(file);
        }
        if (starts(file, 0, 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n')) {
            return HDF5;
        }
        if (starts(file, 0, 0x80, 2) || starts(file, 0, 0x80, 3) || starts(file, 0, 0x80, 4)) {
            return PICKLE;
        }
        if (starts(file, 0, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return NPY;
        }
        if (starts(file, FLATBUFFER_NAME, 'T', 'F', 'L', '3')) {
            return TFLITE;
        }
        if (starts(file, 0, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(file, 0, 0x7f, 'E', 'L', 'F')) {
            return ELF;
        }
        if (starts(file, LENGTH_END, 0, 0, 0, 0, '{')) {
            return SAFETENSORS;
        }
        if (text(file)) {
            return TEXT;
        }
        // the first field of a model is the version of its format, or one behind it
        return file[0] == ONNX_START || (file[0] & 7) == 2 ? ONNX : UNKNOWN;
    }

    private static FileKind zip(final byte[] file) {
        final byte[] end = Arrays.copyOfRange(file, Math.max(0, file.length - ZIP_NAMES_BYTES), file.length);
        final String names = new String(end, StandardCharsets.ISO_8859_1);
        if (names.contains("/data.pkl")) {
            return TORCH;
        }
        return names.contains(".npy") ? NPZ : names.contains("manifest.toml") ? BUNDLE : ZIP;
    }

    private static boolean starts(final byte[] file, final int at, final int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (file[at + i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(final byte[] file) {
        for (int i = 0; i < Math.min(file.length, TEXT_BYTES); i++) {
            if (file[i] >= 0 && file[i] < ' ' && file[i] != '\n' && file[i] != '\r' && file[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
