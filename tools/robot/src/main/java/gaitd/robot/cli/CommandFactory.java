package gaitd.robot.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; those that handle interrupts get them in their constructor. */
final class CommandFactory implements IFactory {
    private final Interrupts interrupts;

    CommandFactory(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public <K> K create(final Class<K> type) throws Exception {
        for (final Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Interrupts.class) {
                return type.cast(constructor.newInstance(interrupts));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
