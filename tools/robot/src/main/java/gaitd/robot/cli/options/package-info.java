/**
 * Options that several commands have, each with one name, one meaning and one text. A command takes them as mixins and
 * says in its footer what is special about them there.
 */
package gaitd.robot.cli.options;
