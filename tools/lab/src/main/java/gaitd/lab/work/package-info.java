/** Work in units that anybody may do: several at once here, or on other machines, with the same answers. */
package gaitd.lab.work;
