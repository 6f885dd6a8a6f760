package gaitd.rooms;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds methods by their instructions. A lambda counts as part of the method that it is in. */
final class Bytecode {
    private static final String CONCATENATION = "makeConcatWithConstants";
    private static final String LAMBDA = "lambda$";

    private Bytecode() {}

    /** Names of a class's methods that are {@code synchronized} or have a {@code synchronized} block. */
    static Set<String> monitors(final JavaClass type) {
        return methods(
                type, method -> method.flags().has(AccessFlag.SYNCHRONIZED) || has(method, Bytecode::entersMonitor));
    }

    /** Names of a class's methods that join strings with {@code +}. */
    static Set<String> concatenations(final JavaClass type) {
        return methods(type, method -> has(method, Bytecode::concatenates));
    }

    private static Set<String> methods(final JavaClass type, final Predicate<MethodModel> wanted) {
        return model(type).methods().stream()
                .filter(wanted)
                .map(method -> enclosing(method.methodName().stringValue()))
                .collect(Collectors.toSet());
    }

    private static String enclosing(final String method) {
        return method.startsWith(LAMBDA) ? method.substring(LAMBDA.length(), method.lastIndexOf('$')) : method;
    }

    private static boolean has(final MethodModel method, final Predicate<CodeElement> wanted) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(wanted);
    }

    private static boolean entersMonitor(final CodeElement element) {
        return element instanceof final MonitorInstruction monitor && monitor.opcode() == Opcode.MONITORENTER;
    }

    private static boolean concatenates(final CodeElement element) {
        return element instanceof final InvokeDynamicInstruction call
                && call.name().equalsString(CONCATENATION);
    }

    private static ClassModel model(final JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
