package gaitd.robot.cli;

import java.util.List;

/**
 * Commands that a module adds to the program. Found by {@link java.util.ServiceLoader}, so that a module that is not
 * installed adds none.
 */
public interface CommandProvider {
    /**
     * The commands of a group.
     *
     * @param group a command whose subcommands are asked for, such as {@code bench}; empty for the program itself
     * @return classes of commands, in the order of the help; may be empty
     */
    List<Class<?>> commands(String group);
}
