package io.shuke.console.staff;

/** Somebody comes to work for the merchant. */
public record Hiring(Account account, String name, Role role, Password password) {

    public Hiring {
        name = Post.named(name);
        password.notLike(account);
    }
}
