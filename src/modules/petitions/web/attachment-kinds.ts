/** What is taken with a petition; the server looks at the bytes, not at the name. */
export const ATTACHMENT_ENDINGS = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.doc', '.xlsx', '.xls', '.odt', '.txt']
export const MAX_ATTACHMENT_BYTES = 20 * 2 ** 20
